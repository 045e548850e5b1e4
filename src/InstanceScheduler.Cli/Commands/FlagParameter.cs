using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.Commands;

/// <summary>A boolean: a flag that stands alone for true, or is followed by true or false.</summary>
internal sealed class FlagParameter : Parameter
{
    private readonly Option<bool> _option;
    private readonly bool? _default;

    /// <param name="wireName">Name in the event.</param>
    /// <param name="description">For the help.</param>
    /// <param name="otherwise">What is sent when the flag is not given; null: nothing.</param>
    /// <param name="names">Names on the command line.</param>
    public FlagParameter(string wireName, string description, bool? otherwise, params string[] names)
        : base(wireName)
    {
        _option = Flag(description, names);
        _default = otherwise;
    }

    /// <summary>A flag of the opposite meaning; null: none.</summary>
    public Option<bool>? Opposite { get; init; }

    public override IEnumerable<Option> Options => Opposite is null ? [_option] : [_option, Opposite];

    public static Option<bool> Flag(string description, params string[] names) =>
        new(names[0], names[1..]) { Description = description, HelpName = "true|false", Arity = ArgumentArity.ZeroOrOne };

    public override string? Fault(CommandResult command) => Opposite is not null && command.GetResult(_option) is { Implicit: false } && command.GetResult(Opposite) is { Implicit: false }
        ? $"{_option.Name} and {Opposite.Name} are opposites: give one of them"
        : null;

    public override void Add(ParseResult parsed, JsonObject parameters, bool onlyGiven)
    {
        var given = IsGiven(parsed, _option) ? parsed.GetValue(_option)
            : Opposite is not null && IsGiven(parsed, Opposite) ? !parsed.GetValue(Opposite)
            : (bool?)null;
        if ((given ?? (onlyGiven ? null : _default)) is { } value)
            parameters[WireName] = value;
    }
}

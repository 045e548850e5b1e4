using System.CommandLine;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.Commands;

/// <summary>A text, sent as it was typed when it was given.</summary>
internal sealed class TextParameter : Parameter
{
    private readonly Option<string?> _option;

    /// <param name="wireName">Name in the event.</param>
    /// <param name="option">Name on the command line.</param>
    /// <param name="description">For the help.</param>
    /// <param name="helpName">What stands for the value in the help.</param>
    /// <param name="isRequired">Whether it has to be given.</param>
    /// <param name="values">What it may be, for completion; the scheduler is the judge.</param>
    /// <param name="shortOption">Its short name on the command line; null: it has none.</param>
    public TextParameter(
        string wireName, string option, string description, string helpName, bool isRequired = false, string[]? values = null, string? shortOption = null)
        : base(wireName)
    {
        _option = new Option<string?>(option, shortOption is null ? [] : [shortOption]) { Description = description, HelpName = helpName, Required = isRequired };
        if (values is not null)
            _option.CompletionSources.Add(_ => values.Select(value => new System.CommandLine.Completions.CompletionItem(value)));
    }

    public override IEnumerable<Option> Options => [_option];

    public override void Add(ParseResult parsed, JsonObject parameters, bool onlyGiven)
    {
        if (IsGiven(parsed, _option))
            parameters[WireName] = parsed.GetValue(_option);
    }
}

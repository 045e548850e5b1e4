using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.Commands;

/// <summary>A parameter of an action, and the options that give it.</summary>
internal abstract class Parameter(string wireName)
{
    public string WireName => wireName;

    public abstract IEnumerable<Option> Options { get; }

    /// <summary>Adds the parameter as the command line says.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="parameters">Of the action.</param>
    /// <param name="onlyGiven">Whether defaults are left out: the action changes nothing but what is named.</param>
    public abstract void Add(ParseResult parsed, JsonObject parameters, bool onlyGiven);

    /// <summary>What is wrong with how the options go together; null: nothing.</summary>
    public virtual string? Fault(CommandResult command) => null;

    /// <summary>Whether the option stands on the command line.</summary>
    protected static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}

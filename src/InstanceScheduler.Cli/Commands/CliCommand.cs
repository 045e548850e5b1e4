using System.CommandLine;

namespace InstanceScheduler.Cli.Commands;

/// <summary>A command with examples for its help.</summary>
internal sealed class CliCommand(string name, string description, params IReadOnlyList<string> examples) : Command(name, description)
{
    /// <summary>Arguments as one types them after the program's name.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    public CliCommand With(params IEnumerable<Option> options)
    {
        foreach (var option in options)
            Add(option);
        return this;
    }
}

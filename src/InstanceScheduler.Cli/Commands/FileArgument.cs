using System.CommandLine;

namespace InstanceScheduler.Cli.Commands;

/// <summary>The file that a command reads.</summary>
internal static class FileArgument
{
    public static Argument<string> Create() => new("file") { Description = "YAML or JSON, as export writes it; - is the standard input" };
}

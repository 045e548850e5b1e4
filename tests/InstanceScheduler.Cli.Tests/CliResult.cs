namespace InstanceScheduler.Cli.Tests;

/// <summary>What a run of the program came to.</summary>
public sealed record CliResult(int ExitCode, string Output, string Errors)
{
    /// <summary>All of it, as a golden file holds it.</summary>
    public override string ToString() => $"exit code {ExitCode}\n{(Output.Length > 0 ? $"-- output\n{Output}" : "")}{(Errors.Length > 0 ? $"-- errors\n{Errors}" : "")}";
}

namespace InstanceScheduler.Cli;

/// <summary>What the process ends with; documented in <c>docs/commands.md</c>.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The scheduler refused, or the answer is no: <c>diff</c> found differences, <c>lint</c> errors.</summary>
    public const int No = 1;

    /// <summary>The command line or a file cannot be used. Nothing was done.</summary>
    public const int Unusable = 2;

    /// <summary>AWS or the stack could not be reached, or AWS refused.</summary>
    public const int NotReached = 3;

    /// <summary>The function was reached and failed: what it did is unknown.</summary>
    public const int FunctionFailed = 4;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Interrupted = 130;
}

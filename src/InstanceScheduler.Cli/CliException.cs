namespace InstanceScheduler.Cli;

/// <summary>The end of a command. The message is complete: print it and exit with the code.</summary>
internal sealed class CliException : Exception
{
    public CliException()
    {
    }

    public CliException(string message)
        : base(message)
    {
    }

    public CliException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public CliException(int exitCode, string message, Exception? innerException = null)
        : base(message, innerException) => Code = exitCode;

    public int Code { get; } = ExitCode.Unusable;
}

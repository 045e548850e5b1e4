namespace InstanceScheduler.Simulator.Fleet;

/// <summary>An input file that is unusable as a whole. The message is complete: print it and exit with code 2.</summary>
internal sealed class InputFileException : Exception
{
    public InputFileException()
    {
    }

    public InputFileException(string message)
        : base(message)
    {
    }

    public InputFileException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public static InputFileException Of(InputProblem problem, Exception? innerException = null) => new(problem.ToString(), innerException);
}

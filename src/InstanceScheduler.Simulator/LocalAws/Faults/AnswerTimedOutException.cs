namespace InstanceScheduler.Simulator.LocalAws.Faults;

/// <summary>A scripted fault keeps the answer back until the caller gives up waiting for it.</summary>
internal sealed class AnswerTimedOutException : IOException
{
    public AnswerTimedOutException()
    {
    }

    public AnswerTimedOutException(string operation)
        : base($"No answer to {operation} came in time, as the fault script demands.")
    {
    }

    public AnswerTimedOutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace InstanceScheduler.Simulator.LocalAws.Faults;

/// <summary>A scripted fault broke the connection; each transport shows it as its callers know broken connections.</summary>
internal sealed class AnswerLostException : IOException
{
    public AnswerLostException()
    {
    }

    public AnswerLostException(string operation)
        : base($"The connection broke during {operation}, as the fault script demands.")
    {
    }

    public AnswerLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace InstanceScheduler.Simulator.LocalAws.Faults;

/// <summary>A scripted fault kills the process that made the call; each transport ends it for good.</summary>
internal sealed class CallerKilledException : IOException
{
    public CallerKilledException()
    {
    }

    public CallerKilledException(string operation)
        : base($"The process died during {operation}, as the fault script demands.")
    {
    }

    public CallerKilledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

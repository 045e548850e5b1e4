namespace InstanceScheduler.Templates.Tests.Policies;

/// <summary>A policy says something that the evaluator does not know. To guess would be to allow.</summary>
internal sealed class PolicyException : Exception
{
    public PolicyException()
    {
    }

    public PolicyException(string message)
        : base(message)
    {
    }

    public PolicyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

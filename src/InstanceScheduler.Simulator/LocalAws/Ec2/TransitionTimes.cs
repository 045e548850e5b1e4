namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>How long EC2 takes; zero makes a change visible at once.</summary>
internal sealed record TransitionTimes
{
    /// <summary>From the call until <c>running</c> (or until a start that fails is <c>stopped</c> again).</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(40);

    public TimeSpan Terminate { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>How long a terminated instance is still listed.</summary>
    public TimeSpan TerminatedListed { get; init; } = TimeSpan.FromHours(1);

    /// <summary>So long after a start an instance refuses to hibernate; one that was added running is ready.</summary>
    public TimeSpan HibernationReady { get; init; } = TimeSpan.FromMinutes(2);

    public static TransitionTimes Immediate { get; } = new()
    {
        Start = TimeSpan.Zero,
        Stop = TimeSpan.Zero,
        Terminate = TimeSpan.Zero,
        HibernationReady = TimeSpan.Zero,
    };
}

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>How long RDS takes; zero makes a change visible at once.</summary>
internal sealed record RdsTransitionTimes
{
    /// <summary>From the call until <c>available</c> (or until a start that fails is over).</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromMinutes(8);

    public TimeSpan Stop { get; init; } = TimeSpan.FromMinutes(6);

    public TimeSpan ClusterStart { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan ClusterStop { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>From the call that stops until the snapshot is complete; a stop lasts at least as long.</summary>
    public TimeSpan Snapshot { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long anything stays stopped before RDS starts it by itself. Seven days, also where all else is immediate.</summary>
    public TimeSpan LongestStop { get; init; } = TimeSpan.FromDays(7);

    public static RdsTransitionTimes Immediate { get; } = new()
    {
        Start = TimeSpan.Zero,
        Stop = TimeSpan.Zero,
        ClusterStart = TimeSpan.Zero,
        ClusterStop = TimeSpan.Zero,
        Snapshot = TimeSpan.Zero,
    };
}

using InstanceScheduler.Simulator.LocalAws.Ssm;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>One maintenance window of Systems Manager. A listing tells neither account nor region: it is played in all of the fleet.</summary>
/// <param name="Id"><c>mw-</c> and 17 hexadecimal digits.</param>
/// <param name="Name">What schedules name it by.</param>
/// <param name="Schedule">When it begins.</param>
/// <param name="DurationHours">1 to 24.</param>
internal sealed record FleetWindow(string Id, string Name, WindowSchedule Schedule, int DurationHours)
{
    /// <summary>An IANA name; null means UTC.</summary>
    public string? ScheduleTimezone { get; init; }

    public bool Enabled { get; init; } = true;
}

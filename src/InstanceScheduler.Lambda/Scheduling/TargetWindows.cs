using System.Collections.Immutable;
using InstanceScheduler.Aws.Maintenance;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Core.Maintenance;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Tells whether a maintenance window is open for an instance: its own weekly one, or one of Systems Manager that its schedule names.</summary>
internal sealed class TargetWindows(SsmWindowView ssm, Instant instant, ProblemList problems)
{
    private readonly Dictionary<string, WeeklyWindow?> _weekly = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _named = new(StringComparer.Ordinal);

    /// <summary>The open window in words, null when none is open or the schedule does not use any.</summary>
    public string? OpenFor(Schedule schedule, ManagedInstance instance)
    {
        if (!schedule.UseMaintenanceWindow)
            return null;
        if (instance.MaintenanceWindow is { } text && Weekly(text, instance.Id)?.IsOpenAt(instant) == true)
            return text;
        return ssm.IsUsed && schedule.SsmMaintenanceWindow is { } name ? Named(name, schedule.Name) : null;
    }

    /// <summary>The instance's own weekly window; null where it has none, or it cannot be read.</summary>
    public WeeklyWindow? WeeklyOf(ManagedInstance instance) => instance.MaintenanceWindow is { } text ? Weekly(text, instance.Id) : null;

    /// <summary>The executions of the window that a schedule names, as far as Systems Manager tells: one that is open, and the next.</summary>
    public ImmutableArray<DatedWindow> DatedOf(Schedule schedule) =>
        !ssm.IsUsed || schedule.SsmMaintenanceWindow is not { } name ? []
        : [.. ssm.Agenda.Open.Concat((ssm.Listed ?? []).Where(window => window.IsEnabled).Select(window => window.Next).OfType<DatedWindow>()).Where(window => window.Name == name).Distinct()];

    private WeeklyWindow? Weekly(string text, string id)
    {
        if (_weekly.TryGetValue(text, out var known))
            return known;
        try
        {
            return _weekly[text] = WeeklyWindow.Parse(text);
        }
        catch (MaintenanceWindowFormatException unreadable)
        {
            problems.AddStanding("WindowUnreadable", $"{unreadable.Message}; the window is ignored", id, "correct the preferred maintenance window");
            return _weekly[text] = null;
        }
    }

    private string? Named(string name, string schedule)
    {
        if (!_named.TryGetValue(schedule, out var open))
            _named[schedule] = open = FindNamed(name, schedule);
        return open;
    }

    private string? FindNamed(string name, string schedule)
    {
        if (ssm.Agenda.Open.Any(window => window.Name == name))
            return name;
        if (ssm.Listed is { } listed && WhyUnusable(listed.Where(window => window.Name == name).ToImmutableArray()) is { } why)
            problems.AddStanding("WindowUnusable", $"schedule \"{schedule}\": ssm_maintenance_window: \"{name}\" {why}", id: null,
                "make or enable the window in this account and region, or correct its name in the schedule");
        return null;
    }

    private static string? WhyUnusable(ImmutableArray<SsmWindow> windows) =>
        windows.IsEmpty ? "does not exist"
        : windows.All(window => !window.IsEnabled) ? "is disabled"
        : windows.Select(window => window.Unreadable).FirstOrDefault(unreadable => unreadable is not null) is { } unreadable ? $"cannot be read: {unreadable}"
        : null;
}

using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Extensions;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>A maintenance window as its owner defined it.</summary>
internal sealed partial record LocalMaintenanceWindow
{
    private const int LongestDescription = 128;
    private const int MostHours = 24;

    /// <summary><c>mw-</c> and 17 hexadecimal digits; given when the window is added, if it is left out.</summary>
    public string Id { get; init; } = "";

    /// <summary>Null means the hub.</summary>
    public string? Account { get; init; }

    /// <summary>Null means the hub's.</summary>
    public string? Region { get; init; }

    /// <summary>3 to 128 letters, digits, <c>_</c>, <c>-</c> or <c>.</c>; several windows may share one.</summary>
    public required string Name { get; init; }

    public string? Description { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>1 to 24.</summary>
    public int DurationHours { get; init; } = 1;

    /// <summary>So many hours before the end no new task begins: less than the duration.</summary>
    public int CutoffHours { get; init; }

    public required WindowSchedule Schedule { get; init; }

    /// <summary>An IANA name; null means UTC.</summary>
    public string? ScheduleTimezone { get; init; }

    /// <summary>No begin before this.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>No begin after this.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Given when the window is added.</summary>
    public DateTimeOffset Created { get; init; }

    internal long Sequence { get; init; }

    private DateTimeZone Zone => ScheduleTimezone is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[ScheduleTimezone];

    /// <summary>
    /// The next begin, on the window's own clock: as soon as the window begins, this is the begin after that one. Null while there is none.
    /// </summary>
    public ZonedDateTime? NextExecution(DateTimeOffset now)
    {
        // A begin at the start date itself counts.
        var after = StartDate is { } start && start > now ? start.ToInstant() - Duration.Epsilon : now.ToInstant();
        var next = Enabled ? Schedule.Next(after, (StartDate ?? Created).ToInstant(), Zone) : null;
        return next is { } begin && (EndDate is not { } end || begin <= end.ToInstant()) ? begin.InZone(Zone) : null;
    }

    /// <exception cref="ArgumentException">Systems Manager would not take it.</exception>
    internal static LocalMaintenanceWindow Checked(LocalMaintenanceWindow window)
    {
        var problem = window switch
        {
            _ when !IdPattern().IsMatch(window.Id) => $"its id is '{window.Id}'; use mw- and 17 hexadecimal digits in lower case",
            _ when !NamePattern().IsMatch(window.Name) => "use 3 to 128 letters, digits, '_', '-' or '.' for its name",
            { Description.Length: 0 or > LongestDescription } => $"its description has no or more than {LongestDescription} characters",
            { DurationHours: < 1 or > MostHours } => $"it lasts {window.DurationHours} hours; use 1 to {MostHours}",
            _ when window.CutoffHours < 0 || window.CutoffHours >= window.DurationHours =>
                $"its cutoff is {window.CutoffHours} hours; use 0 to {window.DurationHours - 1}",
            { ScheduleTimezone: { } zone } when DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null =>
                $"its zone is '{zone}'; use an IANA name such as Asia/Shanghai",
            _ => null,
        };
        return problem is null
            ? window
            : throw new ArgumentException($"The maintenance window '{window.Name}' cannot be: {problem}.", nameof(window));
    }

    [GeneratedRegex("^mw-[0-9a-f]{17}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[a-zA-Z0-9_\-.]{3,128}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}

using InstanceScheduler.Core.Configuration;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Core.Maintenance;

/// <summary>One execution of an SSM maintenance window.</summary>
/// <param name="Name">Name of the window, to which schedules refer.</param>
/// <param name="Id">Id of the window (<c>mw-…</c>).</param>
/// <param name="Begin">When it begins, included.</param>
/// <param name="End">When it ends, excluded.</param>
public sealed record DatedWindow(string Name, string Id, Instant Begin, Instant End)
{
    /// <summary>Instances are started at least this much before a window begins, so that they are up when it does.</summary>
    public static readonly Duration ShortestLead = Duration.FromMinutes(10);

    private const string Expected = "write an ISO 8601 time, such as 2024-04-30T23:55+08:00";

    /// <summary>How long before its begin a window counts as open: the scheduler's frequency, but at least <see cref="ShortestLead"/>.</summary>
    /// <remarks>With a shorter lead than the frequency, no run might fall between the two.</remarks>
    public static Duration LeadFor(Duration frequency) => Duration.Max(ShortestLead, frequency);

    /// <summary>How long before its lead a window is remembered: two ticks more, so that one that fails or dies does not lose it.</summary>
    /// <remarks>From its begin on, Systems Manager tells of the execution after it alone.</remarks>
    public static Duration NoticeFor(Duration frequency) => LeadFor(frequency) + frequency + frequency;

    /// <summary>The execution that SSM announces.</summary>
    /// <param name="name">Name of the window.</param>
    /// <param name="id">Id of the window.</param>
    /// <param name="nextExecutionTime">Its begin: ISO 8601, seconds and offset may be missing.</param>
    /// <param name="zoneName">Zone of the window, for a begin without an offset; null: UTC.</param>
    /// <param name="durationHours">Elapsed hours from begin to end.</param>
    /// <exception cref="MaintenanceWindowFormatException">A value cannot be read.</exception>
    public static DatedWindow Next(string name, string id, string nextExecutionTime, string? zoneName, int durationHours)
    {
        if (durationHours <= 0)
            throw new MaintenanceWindowFormatException(name, $"{durationHours}", "hours is no duration; let it last an hour or more");
        var begin = BeginOf(name, nextExecutionTime.Trim(), zoneName);
        return new DatedWindow(name, id, begin, begin + Duration.FromHours(durationHours));
    }

    /// <summary>Whether instances should run for it at an instant: from <paramref name="lead"/> before its begin (included) to its end (excluded).</summary>
    public bool IsOpenAt(Instant instant, Duration lead) => Begin - lead <= instant && instant < End;

    private static Instant BeginOf(string name, string text, string? zoneName)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var offsetAt = time < 0 ? -1 : text.AsSpan(time).IndexOfAny("Z+-") is var at and >= 0 ? time + at : -1;
        var local = LocalDateTimePattern.VariablePrecisionIso.Parse(offsetAt < 0 ? text : text[..offsetAt]);
        if (!local.Success)
            throw new MaintenanceWindowFormatException(name, text, $"is not a time; {Expected}");
        if (offsetAt < 0)
            return local.Value.InZoneLeniently(ZoneOf(name, zoneName)).ToInstant();
        var offset = OffsetPattern.GeneralInvariantWithZ.Parse(text[offsetAt..]);
        return offset.Success
            ? local.Value.WithOffset(offset.Value).ToInstant()
            : throw new MaintenanceWindowFormatException(name, text[offsetAt..], $"is not an offset from UTC; {Expected}");
    }

    private static DateTimeZone ZoneOf(string name, string? zoneName) =>
        string.IsNullOrWhiteSpace(zoneName) ? DateTimeZone.Utc
        : ZoneNames.Find(zoneName.Trim()) ?? throw new MaintenanceWindowFormatException(
            name, zoneName, $"is no time zone{ZoneNames.Suggest(zoneName)}; use a name such as Asia/Shanghai");
}

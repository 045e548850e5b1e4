using System.Text.Json;
using InstanceScheduler.Vectors.Tests.Model;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>A period as the table stores it; lists joined by commas.</summary>
public sealed record PeriodItem(string Name, string? Begin, string? End, string? Weekdays, string? MonthDays, string? Months)
{
    public static PeriodItem Read(JsonElement json, string name) => new(
        name,
        TableItem.Text(json, "begintime"),
        TableItem.Text(json, "endtime"),
        TableItem.Text(json, "weekdays"),
        TableItem.Text(json, "monthdays"),
        TableItem.Text(json, "months"));

    /// <summary>An end that only we can read; v1.3 takes it for absent.</summary>
    public bool EndsWithDay => End is "24:00" or "24:0";

    /// <summary>A time that neither can read; v1.3 takes it for absent.</summary>
    public bool HasUnreadableTime => Clock.IsIgnoredByV13(Begin) || (Clock.IsIgnoredByV13(End) && !EndsWithDay);

    public override string ToString() => $"{Name}: {Begin}-{End} weekdays {Weekdays} monthdays {MonthDays} months {Months}";
}

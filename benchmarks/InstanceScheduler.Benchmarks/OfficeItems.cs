using System.Collections.Immutable;

namespace InstanceScheduler.Benchmarks;

/// <summary>Items of the configuration table, in DynamoDB's JSON.</summary>
internal static class OfficeItems
{
    private const string Day = """{"type":{"S":"period"},"name":{"S":"day"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"}}""";
    private const string Office = """{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["day"]}}""";

    /// <summary>The schedule <c>office</c>, nine to six in Shanghai every day.</summary>
    public static ImmutableArray<string> Plain { get; } = [Config(""), Day, Office];

    /// <summary>The same, with tags at starts and stops.</summary>
    public static ImmutableArray<string> Tagging { get; } =
        [Config(""" "started_tags":{"S":"last-action=started"},"stopped_tags":{"S":"last-action=stopped,stopped-by=scheduler"},"""), Day, Office];

    /// <summary>The same beside calendars that no schedule names, and overrides that hold for instances of nobody.</summary>
    /// <param name="each">How many of each.</param>
    public static ImmutableArray<string> BesideUnused(int each) =>
    [
        .. Plain,
        .. Enumerable.Range(0, each).Select(number =>
            $$$"""{"type":{"S":"calendar"},"name":{"S":"unused-{{{number}}}"},"holidays":{"SS":["2026-10-01/2026-10-07","2026-05-01"]},"workdays":{"SS":["2026-10-10"]}}"""),
        .. Enumerable.Range(0, each).Select(number =>
            $$$"""{"type":{"S":"override"},"name":{"S":"unused-{{{number}}}"},"instance":{"S":"i-{{{number + 0xf000_0000L:x17}}}"},"state":{"S":"stopped"},"begin":{"S":"2026-11-01T00:00+08:00"},"end":{"S":"2026-12-24T00:00+08:00"}}"""),
    ];

    /// <summary>The same beside the items of <see cref="Beside"/> under types that nobody knows: they are read from the table, and no sense is made of them.</summary>
    public static ImmutableArray<string> BesideUnread(int schedules) =>
        [.. Plain, .. Beside(schedules)[Plain.Length..].Select(item => item.Replace("{\"type\":{\"S\":\"", "{\"type\":{\"S\":\"other-", StringComparison.Ordinal))];

    /// <summary>The same beside so many schedules with three periods each, no two of which share one.</summary>
    public static ImmutableArray<string> Beside(int schedules) =>
    [
        .. Plain,
        .. Enumerable.Range(0, schedules).SelectMany(number => new[]
        {
            $$$"""{"type":{"S":"schedule"},"name":{"S":"schedule-{{{number}}}"},"timezone":{"S":"Asia/Shanghai"},"periods":{"SS":["early-{{{number}}}","late-{{{number}}}","batch-{{{number}}}"]}}""",
            $$$"""{"type":{"S":"period"},"name":{"S":"early-{{{number}}}"},"begintime":{"S":"07:{{{number % 60:00}}}"},"endtime":{"S":"12:00"},"weekdays":{"SS":["mon-fri"]}}""",
            $$$"""{"type":{"S":"period"},"name":{"S":"late-{{{number}}}"},"begintime":{"S":"13:00"},"endtime":{"S":"19:{{{number % 60:00}}}"},"weekdays":{"SS":["mon-wed","fri"]},"months":{"SS":["jan-jun","sep-dec"]}}""",
            $$$"""{"type":{"S":"period"},"name":{"S":"batch-{{{number}}}"},"begintime":{"S":"01:00"},"endtime":{"S":"04:00"},"monthdays":{"SS":["1-7","15","L"]}}""",
        }),
    ];

    private static string Config(string more) =>
        $$$"""{"type":{"S":"config"},"name":{"S":"scheduler"},{{{more}}}"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["ec2"]}}""";
}

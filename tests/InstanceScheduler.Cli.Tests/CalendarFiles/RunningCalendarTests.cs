using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using InstanceScheduler.Cli.CalendarFiles;

namespace InstanceScheduler.Cli.Tests.CalendarFiles;

public sealed class RunningCalendarTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_span_is_an_event_in_utc()
    {
        var lines = Lines(RunningCalendar.Write(Spans("office", "period \"day\"; all, of \\ it\nand more"), "cn-north-1/InstanceScheduler", Now)).ToList();
        Assert.Equal(
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//scheduler-cli//1.0.0//EN", "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT", lines[5], "DTSTAMP:20261123T010000Z", "DTSTART:20261123T010000Z", "DTEND:20261123T100000Z",
            "SUMMARY:office runs", "DESCRIPTION:period \"day\"\\; all\\, of \\\\ it\\nand more", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
        ], lines);
        Assert.Matches("^UID:[0-9a-f]{32}@scheduler-cli$", lines[5]);
    }

    [Fact]
    public void An_event_has_the_same_id_whenever_one_asks_and_no_other_has_it()
    {
        var usual = Id(Spans("office"));
        Assert.Equal(usual, Id(Spans("office", "another reason", end: "2026-11-23T11:00:00Z"), now: Now.AddDays(1)));
        Assert.NotEqual(usual, Id(Spans("other")));
        Assert.NotEqual(usual, Id(Spans("office", begin: "2026-11-24T01:00:00Z")));
        Assert.NotEqual(usual, Id(Spans("office"), "cn-north-1/Other"));
        Assert.NotEqual(usual, Id(Spans("office", hasBegin: false)));
        Assert.Equal(Id(Spans("office", hasBegin: false)), Id(Spans("office", begin: "2026-11-24T01:00:00Z", hasBegin: false)));
    }

    [Fact]
    public void Lines_are_75_octets_at_the_most_and_fold_back_to_what_they_were() =>
        Gen.OneOf(Gen.Char['a', 'z'].Select(letter => $"{letter}"), Gen.OneOf(Gen.Const("节"), Gen.Const("é"), Gen.Const("😀"))).Array[0, 300].Sample(letters =>
        {
            var reason = string.Concat(letters);
            var text = RunningCalendar.Write(Spans("计划", reason), "x", Now);
            Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
            Assert.Contains("DESCRIPTION:" + reason, Lines(text));
        }, iter: 500);

    private static JsonArray Spans(string schedule, string reason = "period", string begin = "2026-11-23T01:00:00Z", string end = "2026-11-23T10:00:00Z", bool hasBegin = true) =>
        [new JsonObject { ["Schedule"] = schedule, ["Instance"] = null, ["Begin"] = begin, ["End"] = end, ["HasBegin"] = hasBegin, ["HasEnd"] = true, ["Reason"] = reason }];

    private static string Id(JsonArray spans, string scope = "cn-north-1/InstanceScheduler", DateTimeOffset? now = null) =>
        Lines(RunningCalendar.Write(spans, scope, now ?? Now)).Single(line => line.StartsWith("UID:", StringComparison.Ordinal));

    private static string[] Lines(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}

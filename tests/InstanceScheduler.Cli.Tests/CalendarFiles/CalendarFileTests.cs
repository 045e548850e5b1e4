using InstanceScheduler.Cli.CalendarFiles;
using InstanceScheduler.Core.Calendars;

namespace InstanceScheduler.Cli.Tests.CalendarFiles;

public sealed class CalendarFileTests
{
    private const string Ics = """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VTIMEZONE
        TZID:Asia/Shanghai
        BEGIN:STANDARD
        DTSTART:19700101T000000
        END:STANDARD
        END:VTIMEZONE
        {0}
        END:VCALENDAR
        """;

    public static TheoryData<string, string, string> Files => new()
    {
        // npm holiday-calendar, and a list of its years.
        {
            """{"year":2027,"region":"CN","dates":[{"date":"2027-01-01","name_cn":"元旦","type":"public_holiday"},{"date":"2027-01-02","type":"public_holiday"},{"date":"2027-01-10","type":"transfer_workday"}]}""",
            "2027-01-01/2027-01-02", "2027-01-10"
        },
        { """[{"dates":[{"date":"2027-01-01","type":"public_holiday"}]},{"dates":[{"date":"2028-01-01","type":"public_holiday"}]}]""", "2027-01-01 2028-01-01", "" },
        // npm chinese-days.
        {
            """{"holidays":{"2027-10-01":"National Day,国庆节,3","2027-10-02":"National Day,国庆节,3"},"workdays":{"2027-10-09":"National Day,国庆节,3"},"inLieuDays":{"2027-10-02":"x"}}""",
            "2027-10-01/2027-10-02", "2027-10-09"
        },
        // As our own items have them.
        { """{"holidays":["2027-10-01/2027-10-07","2027-10-08"],"workdays":["2027-10-10"]}""", "2027-10-01/2027-10-08", "2027-10-10" },
        // All-day events: the end is excluded; without one it is a day.
        { Event("DTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20270104\nSUMMARY:元旦(休)"), "2027-01-01/2027-01-03", "" },
        { Event("DTSTART;VALUE=DATE:20270110\nSUMMARY:元旦(班)"), "", "2027-01-10" },
        { Event("DTSTART;VALUE=DATE:20270110\nSUMMARY:New Year's Day(Workday)"), "", "2027-01-10" },
        { Event("DTSTART;VALUE=DATE:20270110\nSUMMARY:Make-up day"), "", "2027-01-10" },
        { Event("DTSTART;VALUE=DATE:20270501\nSUMMARY:International Workers' Day"), "2027-05-01", "" },
        { Event("DTSTART;VALUE=DATE:20270501\nDURATION:P3D\nSUMMARY:Labour Day"), "2027-05-01/2027-05-03", "" },
        { Event("DTSTART;VALUE=DATE:20270501\nDURATION:P1W\nSUMMARY:Labour Day"), "2027-05-01/2027-05-07", "" },
        { Event("DTSTART;VALUE=DATE:20270501\nSUMMARY;ALTREP=\"http://x/班\":Labour\n  Day"), "2027-05-01", "" },
        { Event("DTSTART;VALUE=DATE:20270501\nSUMMARY:Lab\nBEGIN:VALARM\nSUMMARY:work\nEND:VALARM"), "2027-05-01", "" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_read(string text, string holidays, string workdays)
    {
        foreach (var ends in (string[])["\n", "\r\n"])
        {
            var days = CalendarFile.Read("file", text.ReplaceLineEndings(ends), "auto");
            Assert.Equal((holidays, workdays), (Joined(days.Holidays), Joined(days.Workdays)));
            Assert.Empty(days.Notes);
        }
    }

    [Fact]
    public void What_is_passed_over_is_told()
    {
        var days = CalendarFile.Read("file", Event("DTSTART:20270101T090000\nSUMMARY:Meeting\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270102\nSTATUS:CANCELLED\nSUMMARY:Off\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270103\nSUMMARY:On"), "ics");
        Assert.Equal("2027-01-03", Joined(days.Holidays));
        Assert.Equal(["\"Meeting\" of 20270101T090000 is passed over: it is no event of whole days", "\"Off\" of 20270102 is passed over: it is cancelled"], days.Notes);
        var typed = CalendarFile.Read("file", """{"dates":[{"date":"2027-01-01","type":"public_holiday"},{"date":"2027-01-02","type":"solar_term"}]}""", "json");
        Assert.Equal(["2027-01-02 is passed over: its type \"solar_term\" is neither public_holiday nor transfer_workday"], typed.Notes);
    }

    [Theory]
    [InlineData("{}", "expected {\"dates\"")]
    [InlineData("3", "expected {\"dates\"")]
    [InlineData("null", "expected {\"dates\"")]
    [InlineData("[[]]", "expected {\"dates\"")]
    [InlineData("""{"dates":[{"type":"public_holiday"}]}""", "expected {\"dates\"")]
    [InlineData("""{"holidays":3}""", "expected {\"dates\"")]
    [InlineData("""{"holidays":["2027-02-30"]}""", "\"2027-02-30\" is not a date")]
    [InlineData("""{"holidays":["2027-10-01"],"workdays":["2027-10-01"]}""", "2027-10-01 is a holiday and a make-up day; leave it as one of the two")]
    [InlineData("""{"holidays":[],"workdays":{}}""", "it names no day")]
    [InlineData("not JSON", "this is neither JSON nor an iCalendar file that begins with BEGIN:VCALENDAR")]
    [InlineData("", "this is neither JSON nor an iCalendar file")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "it names no day")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101", "the last event has no END:VEVENT")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101\nRRULE:FREQ=YEARLY\nSUMMARY:x\nEND:VEVENT", "\"x\" of 20270101 repeats itself; write its dates one by one")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270103\nDTEND;VALUE=DATE:20270101\nEND:VEVENT", "\"\" of 20270103 ends before it begins")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270103\nDURATION:PT3H\nEND:VEVENT", "DURATION \"PT3H\" is no number of days, such as P3D")]
    public void A_file_that_is_none_is_refused(string text, string expected) =>
        Assert.StartsWith($"file: {expected}", Assert.Throws<CliException>(() => CalendarFile.Read("file", text, "auto")).Message, StringComparison.Ordinal);

    private static string Event(string lines) => Ics.Replace("{0}", $"BEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT", StringComparison.Ordinal);

    private static string Joined(IEnumerable<NodaTime.LocalDate> days) => string.Join(' ', DateRange.Joined(days));
}

using CsCheck;
using InstanceScheduler.Core.Calendars;
using NodaTime;
using static InstanceScheduler.Core.Tests.Calendars.Expressions;

namespace InstanceScheduler.Core.Tests.Calendars;

public sealed class CalendarGrammarTests
{
    [Theory]
    // Names are prefixes of three letters or more, in any case; numbers have one or two digits.
    [InlineData("mon", "0")]
    [InlineData("Tues", "1")]
    [InlineData("WEDNESDAY", "2")]
    [InlineData("6", "6")]
    [InlineData("06", "6")]
    // Ranges wrap over the end of the week, and steps count from their start.
    [InlineData("mon-fri", "0 1 2 3 4")]
    [InlineData("fri-mon", "0 4 5 6")]
    [InlineData("sun-sat", "0 1 2 3 4 5 6")]
    [InlineData("mon-mon", "0")]
    [InlineData("fri-tue/2", "1 4 6")]
    [InlineData("tue/2", "1 3 5")]
    // Signs for all, first and last; they range with names.
    [InlineData("*", "0 1 2 3 4 5 6")]
    [InlineData("?", "0 1 2 3 4 5 6")]
    [InlineData("^", "0")]
    [InlineData("L", "6")]
    [InlineData("l", "6")]
    [InlineData("$", "6")]
    [InlineData("wed-L", "2 3 4 5 6")]
    [InlineData("^-wed", "0 1 2")]
    // Blanks do not matter round items and operators.
    [InlineData(" mon , wed - fri ", "0 2 3 4")]
    [InlineData("mon / 3", "0 3 6")]
    public void Weekdays_that_hold_in_every_week(string text, string expected) =>
        Assert.Equal(expected, Always(CalendarField.Weekdays, text));

    [Theory]
    [InlineData("jan", "1")]
    [InlineData("Sept", "9")]
    [InlineData("12", "12")]
    [InlineData("nov-feb", "1 2 11 12")]
    [InlineData("11-2", "1 2 11 12")]
    [InlineData("Jan/3", "1 4 7 10")]
    [InlineData("Jan-Jul/2", "1 3 5 7")]
    [InlineData("nov-apr/2", "1 3 11")]
    [InlineData("$-^", "1 12")]
    [InlineData("*", "1 2 3 4 5 6 7 8 9 10 11 12")]
    public void Months(string text, string expected) => Assert.Equal(expected, Always(CalendarField.Months, text));

    [Theory]
    // What the month lacks matches nothing.
    [InlineData("1-7,10,20", 2024, 2, "1 2 3 4 5 6 7 10 20")]
    [InlineData("28-31", 2024, 2, "28 29")]
    [InlineData("28-31", 2023, 2, "28")]
    [InlineData("31", 2024, 4, "")]
    [InlineData("31/2", 2024, 4, "")]
    [InlineData("31W", 2024, 4, "")]
    [InlineData("1/5", 2024, 2, "1 6 11 16 21 26")]
    [InlineData("1-15/5", 2024, 2, "1 6 11")]
    // The last day is that of the month at hand.
    [InlineData("L", 2023, 2, "28")]
    [InlineData("l", 2024, 2, "29")]
    [InlineData("$", 2024, 4, "30")]
    [InlineData("29-L", 2024, 1, "29 30 31")]
    [InlineData("L-30", 2024, 4, "30")]
    [InlineData("L-30", 2024, 1, "")]
    // The nearest working day never leaves the month.
    [InlineData("15W", 2024, 6, "14")]  // a Saturday
    [InlineData("16W", 2024, 6, "17")]  // a Sunday
    [InlineData("1W", 2024, 6, "3")]   // a Saturday with no day before it
    [InlineData("30w", 2024, 6, "28")]  // a Sunday with no day behind it
    public void Days_of_a_month(string text, int year, int month, string expected)
    {
        var expression = Parse(CalendarField.MonthDays, text);
        var days = Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Where(day => expression.Contains(new LocalDate(year, month, day)));
        Assert.Equal(expected, string.Join(' ', days));
    }

    [Theory]
    [InlineData("mon#1", 2024, 6, "3")]
    [InlineData("mon#5", 2024, 6, "")]
    [InlineData("sat#5", 2024, 6, "29")]
    [InlineData("friL", 2024, 6, "28")]
    [InlineData("fril", 2024, 6, "28")]
    [InlineData("sunL", 2024, 6, "30")]
    [InlineData("mon # 2", 2024, 6, "10")]
    [InlineData("L#1", 2024, 6, "2")]
    [InlineData("mon#1,3", 2024, 6, "3 6 13 20 27")]
    public void Weekdays_of_one_month(string text, int year, int month, string expected)
    {
        var expression = Parse(CalendarField.Weekdays, text);
        var days = Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Where(day => expression.Contains(new LocalDate(year, month, day)));
        Assert.Equal(expected, string.Join(' ', days));
    }

    [Theory]
    // Not a name, not a number.
    [InlineData("weekdays", "monkey", "monkey")]
    [InlineData("weekdays", "weds", "weds")]
    [InlineData("weekdays", "mo", "mo")]
    [InlineData("weekdays", "7", "7")]
    [InlineData("weekdays", "000", "000")]
    [InlineData("months", "junk", "junk")]
    [InlineData("months", "13", "13")]
    [InlineData("monthdays", "0", "0")]
    [InlineData("monthdays", "32", "32")]
    // Empty items.
    [InlineData("weekdays", "", "")]
    [InlineData("weekdays", "mon,,tue", "")]
    // Half ranges, mixed ranges, ranges the wrong way round.
    [InlineData("weekdays", "mon-", "mon-")]
    [InlineData("weekdays", "mon-4", "mon-4")]
    [InlineData("weekdays", "0-L", "0-L")]
    [InlineData("weekdays", "^-4", "^-4")]
    [InlineData("months", "1-jun", "1-jun")]
    [InlineData("months", "6-$", "6-$")]
    [InlineData("monthdays", "7-1", "7-1")]
    [InlineData("monthdays", "L-1", "L-1")]
    // Steps and occurrences that are none, and operators that do not go together.
    [InlineData("weekdays", "mon/0", "mon/0")]
    [InlineData("weekdays", "mon/x", "mon/x")]
    [InlineData("weekdays", "*/2", "*/2")]
    [InlineData("weekdays", "mon#6", "mon#6")]
    [InlineData("weekdays", "mon#1/2", "mon#1/2")]
    [InlineData("weekdays", "friL/2", "friL/2")]
    [InlineData("monthdays", "1-5W", "1-5W")]
    [InlineData("monthdays", "LW", "LW")]
    // Every item is checked, also beside a wildcard.
    [InlineData("weekdays", "*,foo", "foo")]
    [InlineData("weekdays", "foo,*", "foo")]
    public void What_cannot_be_read_is_named(string field, string text, string item)
    {
        var error = Assert.Throws<CalendarFormatException>(() => Parse(FieldOf(field), text));
        Assert.Equal((field, item), (error.Field.Name, error.Item));
    }

    [Fact]
    public void Printing_and_parsing_again_gives_the_same_days() =>
        Gen.Select(Any, Date).Sample((expression, date) =>
            Parse(expression.Field, expression.ToString()).Contains(date) == expression.Contains(date), iter: 5_000);

    [Fact]
    public void Any_date_may_be_asked() =>
        Gen.Select(Any, Date).Sample((expression, date) => { _ = expression.Contains(date); }, iter: 5_000);

    [Fact]
    public void The_order_of_items_does_not_matter() =>
        Gen.Select(Weekdays, Date).Sample((text, date) =>
            Parse(CalendarField.Weekdays, string.Join(',', text.Split(',').Reverse())).Contains(date)
            == Parse(CalendarField.Weekdays, text).Contains(date), iter: 2_000);

    private static string Always(CalendarField field, string text)
    {
        var expression = Parse(field, text);
        return string.Join(' ', Enumerable.Range(field.First, field.Last - field.First + 1).Where(expression.AlwaysContains));
    }

    private static CalendarField FieldOf(string name) =>
        new[] { CalendarField.Weekdays, CalendarField.MonthDays, CalendarField.Months }.Single(field => field.Name == name);
}

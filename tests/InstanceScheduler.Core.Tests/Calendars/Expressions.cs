using CsCheck;
using InstanceScheduler.Core.Calendars;
using NodaTime;

namespace InstanceScheduler.Core.Tests.Calendars;

/// <summary>Readable expressions of every form, and dates, for properties.</summary>
internal static class Expressions
{
    public static readonly Gen<LocalDate> Date = Gen.Int[1, 3_600_000].Select(day => new LocalDate(1, 1, 1).PlusDays(day));

    public static readonly Gen<string> Weekdays = List(
        Value(0, 6, ["mon", "Tues", "WEDNESDAY", "thu", "fri", "saturday", "sun"]),
        Gen.Select(Gen.Int[0, 6], Gen.Int[1, 5]).Select((day, n) => $"{day}#{n}"),
        Gen.Int[0, 6].Select(day => $"{day}L"),
        Gen.OneOf<string>("workday", "Weekend", "holiday"));

    public static readonly Gen<string> MonthDays = List(
        Gen.Int[1, 31].Select(day => $"{day}"),
        Gen.Int[1, 31].Select(day => $"{day}W"),
        Gen.Const("L"),
        Gen.Select(Gen.Int[1, 31], Gen.Int[1, 31], Gen.Int[1, 9])
            .Select((one, other, step) => $"{Math.Min(one, other)}-{Math.Max(one, other)}/{step}"));

    public static readonly Gen<string> Months = List(
        Value(1, 12, ["jan", "February", "MAR", "apr", "may", "june", "jul", "aug", "sept", "oct", "nov", "dec"]));

    public static readonly Gen<CalendarExpression> Any = Gen.OneOf<CalendarExpression>(
        Weekdays.Select(text => Parse(CalendarField.Weekdays, text)),
        MonthDays.Select(text => Parse(CalendarField.MonthDays, text)),
        Months.Select(text => Parse(CalendarField.Months, text)));

    public static CalendarExpression Parse(CalendarField field, string text) => CalendarExpressionParser.Parse(field, [text]);

    // Numbers range with numbers, names with names; both wrap.
    private static Gen<string> Value(int first, int last, string[] names)
    {
        var number = Gen.Int[first, last].Select(value => $"{value}");
        var name = Gen.OneOf<string>(names);
        return Gen.OneOf<string>(
            Gen.Const("*"),
            number,
            name,
            Gen.Select(number, number).Select((from, to) => $"{from}-{to}"),
            Gen.Select(name, name, Gen.Int[1, 9]).Select((from, to, step) => $"{from} - {to} / {step}"));
    }

    private static Gen<string> List(params Gen<string>[] items) =>
        Gen.OneOf<string>(items).Array[1, 4].Select(list => string.Join(',', list));
}

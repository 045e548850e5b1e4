using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;
using InstanceScheduler.Vectors.Tests.Rules;
using NodaTime;
using Xunit.Abstractions;

namespace InstanceScheduler.Vectors.Tests;

[Trait("Category", "Vectors")]
public sealed class CalendarVectors(ITestOutputHelper output)
{
    [SkippableFact]
    public void Weekdays_give_the_values_of_v1_3() => Check("weekdays.json", WeekdayRules.All, CalendarField.Weekdays, WeekdaysOn);

    [SkippableFact]
    public void Days_of_the_month_give_the_values_of_v1_3() =>
        Check("monthdays.json", MonthDayRules.All, CalendarField.MonthDays, DaysOfMonth);

    [SkippableFact]
    public void Months_give_the_values_of_v1_3() => Check("months.json", MonthRules.All, CalendarField.Months, MonthsOfYear);

    private void Check(
        string file,
        IReadOnlyList<Rule<CalendarCase, ValueSet>> rules,
        CalendarField field,
        Func<CalendarExpression, LocalDate, IEnumerable<int>> valuesOn) =>
        new VectorReport<CalendarCase, ValueSet>(VectorFile.Load(file, CalendarCase.Read), rules, vector => vector.Ours(field, valuesOn))
            .Conclude(output);

    // Like v1.3: every weekday of the fixed items, and a dated item's weekday only on the date itself.
    private static IEnumerable<int> WeekdaysOn(CalendarExpression expression, LocalDate date) => Enumerable.Range(0, 7)
        .Where(day => expression.AlwaysContains(day) || (day == (int)date.DayOfWeek - 1 && expression.Contains(date)));

    private static IEnumerable<int> DaysOfMonth(CalendarExpression expression, LocalDate date) =>
        Enumerable.Range(1, date.Calendar.GetDaysInMonth(date.Year, date.Month))
            .Where(day => expression.Contains(new LocalDate(date.Year, date.Month, day)));

    private static IEnumerable<int> MonthsOfYear(CalendarExpression expression, LocalDate date) => Enumerable.Range(1, 12)
        .Where(month => expression.Contains(new LocalDate(date.Year, month, 1)));
}

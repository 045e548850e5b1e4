using BenchmarkDotNet.Attributes;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Periods;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>Reading what people write in periods.</summary>
public class ExpressionBenchmarks
{
    private static readonly string[] WeekdayItems = ["mon-wed", "fri#2", "sunL"];
    private static readonly string[] MonthItems = ["jan-jul/2", "oct"];
    private static readonly string[] MonthDayItems = ["1-7", "15W", "20/3", "L"];

    [Benchmark]
    public CalendarExpression Weekdays() => CalendarExpressionParser.Parse(CalendarField.Weekdays, WeekdayItems);

    [Benchmark]
    public CalendarExpression Months() => CalendarExpressionParser.Parse(CalendarField.Months, MonthItems);

    [Benchmark]
    public CalendarExpression MonthDays() => CalendarExpressionParser.Parse(CalendarField.MonthDays, MonthDayItems);

    [Benchmark]
    public TimeOfDay? Time() => TimeOfDay.TryParse("09:30", mayBeEndOfDay: false);
}

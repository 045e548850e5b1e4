using CsCheck;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Periods;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Core.Tests.Calendars;
using NodaTime;
using NodaTime.Testing.TimeZones;
using Period = InstanceScheduler.Core.Periods.Period;

namespace InstanceScheduler.Core.Tests.Schedules;

/// <summary>Schedules of every shape, and dates beside clock changes, for properties.</summary>
internal static class AnySchedules
{
    public static readonly Gen<DateTimeZone> Zone = Gen.OneOf<DateTimeZone>(
        new SingleTransitionDateTimeZone(Instant.FromUtc(2024, 3, 10, 2, 0), 0, 1),
        new SingleTransitionDateTimeZone(Instant.FromUtc(2024, 3, 10, 1, 0), 1, 0),
        DateTimeZone.Utc,
        DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        DateTimeZoneProviders.Tzdb["America/New_York"],
        DateTimeZoneProviders.Tzdb["Australia/Lord_Howe"]);

    /// <summary>Days of 2024, mostly those on which some zone of ours changes its clocks.</summary>
    public static readonly Gen<LocalDate> Date = Gen.OneOf<LocalDate>(
        Gen.OneOf<LocalDate>(new LocalDate(2024, 3, 10), new LocalDate(2024, 11, 3), new LocalDate(2024, 4, 7), new LocalDate(2024, 10, 6)),
        Gen.Int[0, 365].Select(day => new LocalDate(2024, 1, 1).PlusDays(day)));

    /// <summary>Minutes since midnight, often in the small hours and often equal or one apart.</summary>
    public static readonly Gen<int> Minute = Gen.OneOf<int>(
        Gen.Int[0, 1439],
        Gen.Int[0, 240],
        Gen.OneOf<int>(0, 60, 90, 119, 120, 121, 179, 180, 181, 720, 721, 1438, 1439));

    /// <summary>No calendar as a rule, that of China, or one that is none.</summary>
    public static readonly Gen<WorkdayCalendar?> Calendar = Gen.OneOf<WorkdayCalendar?>(
        Gen.Const((WorkdayCalendar?)null), Gen.Const((WorkdayCalendar?)null), Gen.Const(BuiltInCalendars.Find("cn")), Gen.Const((WorkdayCalendar?)WorkdayCalendar.None));

    public static readonly Gen<Schedule> Any = Gen.Select(Zone, AnyPeriod.Array[1, 4]).Select((zone, periods) => new Schedule
    {
        Name = "s",
        Zone = zone,
        Periods = [.. periods.Select((period, position) => new SchedulePeriod(period with { Name = $"p{position}" }))],
    });

    /// <summary>A minute of a date in a schedule's zone, or the one after a gap.</summary>
    public static Instant At(Schedule schedule, LocalDate date, int minute) =>
        date.AtMidnight().PlusMinutes(minute).InZoneLeniently(schedule.Zone).ToInstant();

    public static Period Between(string name, int? begin, int? end) => new()
    {
        Name = name,
        Begin = begin is { } first ? new TimeOfDay(first) : null,
        End = end is { } last ? new TimeOfDay(last) : null,
    };

    /// <summary>A period of any kind, over midnight too, with or without conditions.</summary>
    public static Gen<Period> AnyPeriod => Gen.Select(Minute, Minute, Gen.Int[0, 11], Expressions.Weekdays, Calendar, Dates).Select((one, other, kind, days, calendar, dates) =>
    {
        var (begin, end) = (Math.Min(one, other), Math.Max(one, other));
        var period = kind switch
        {
            0 => Between("p", begin, null),
            1 => Between("p", null, end),
            2 => Between("p", null, null),
            3 => Between("p", begin, TimeOfDay.EndOfDay.Minutes),
            4 or 5 or 6 => Between("p", end, begin),
            _ => Between("p", begin, end),
        };
        return kind switch
        {
            2 or 4 or 7 => period with { Weekdays = Expressions.Parse(CalendarField.Weekdays, days), Calendar = calendar },
            5 or 8 => period with { Dates = dates },
            _ => period,
        };
    });

    private static Gen<DateLimits> Dates => Gen.Select(Date, Gen.Int[0, 3], Gen.Int[0, 3]).Select((date, days, absent) => new DateLimits(
        absent == 1 ? null : date, absent == 2 ? null : date.PlusDays(days), absent == 3 ? YearExpression.Parse(["2024/2"]) : null));
}

using System.Text.Json;
using InstanceScheduler.Core.Usage;
using InstanceScheduler.Vectors.Tests.Harness;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>A usage report of a schedule for some dates, made by a process with a zone of its own.</summary>
public sealed record UsageCase(string Id, ScheduleItem Schedule, string SystemZone, LocalDate First, LocalDate Last, UsageResult Theirs)
    : IVectorCase<UsageResult>
{
    public static UsageCase Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        ScheduleItem.Read(json),
        json.GetProperty("system_timezone").GetString()!,
        LocalDatePattern.Iso.Parse(json.GetProperty("start").GetString()!).Value,
        LocalDatePattern.Iso.Parse(json.GetProperty("end").GetString()!).Value,
        UsageResult.Read(json));

    public UsageResult Ours()
    {
        if (Schedule.Ours() is not { } schedule)
            return UsageResult.Unusable;
        try
        {
            return UsageResult.Of(UsageCalculator.Between(schedule, First, Last).Select(day => (
                LocalDatePattern.Iso.Format(day.Date),
                UsageLine.Numbered(day.Intervals.Select(interval => new UsageLine(
                    interval.Period,
                    LocalDateTimePattern.GeneralIso.Format(interval.Begin.LocalDateTime),
                    LocalDateTimePattern.GeneralIso.Format(interval.End.LocalDateTime),
                    interval.BillingHours,
                    interval.BillingSeconds))),
                day.BillingHours,
                day.BillingSeconds)));
        }
        catch (ArgumentException refused) when (refused.ParamName == "last")
        {
            return new UsageResult(refused.Message.Split(" (Parameter")[0]);
        }
    }
}

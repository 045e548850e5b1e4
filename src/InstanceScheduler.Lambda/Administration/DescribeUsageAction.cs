using System.Text.Json;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Core.Usage;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>describe-schedule-usage</c>: when a schedule keeps instances running, date by date in its own zone.</summary>
/// <param name="config">The configuration table.</param>
/// <param name="time">Clock that tells today.</param>
internal sealed class DescribeUsageAction(ConfigAccess config, TimeProvider time) : IAdminAction
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    // A date is judged together with its neighbours, and the calendar ends with 9999.
    private static readonly LocalDate First = new(1, 1, 1);
    private static readonly LocalDate Last = new(9998, 12, 31);

    public string Name => "describe-schedule-usage";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(ConfigAttributes.Name, ActionParameters.StartDate, ActionParameters.EndDate);
        if (request.Text(ConfigAttributes.Name) is not { Length: > 0 } name)
            throw new ActionRefusedException("error: schedule name parameter can not be empty");
        var start = Date(request, ActionParameters.StartDate);
        var end = Date(request, ActionParameters.EndDate);

        var table = await config.ReadAsync(request.Invocation);
        ItemActions.Existing(ConfigTypes.Schedule, name, table.Items);
        var configuration = ConfigurationReader.Read(table.Items);
        if (!configuration.Schedules.TryGetValue(name, out var schedule))
            throw new ActionRefusedException($"error: {configuration.WhyUnusable(name)}");
        var first = start ?? Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(schedule.Zone).Date;
        var last = end ?? first;
        if (last < first)
            throw new ActionRefusedException("stop_date must be equal or later than start_date");
        Write(answer, schedule, first, last);
    }

    private static LocalDate? Date(ActionRequest request, string name)
    {
        if (request.Text(name) is not { Length: > 0 } text)
            return null;
        return DatePattern.Parse(text) is { Success: true, Value: var date } && date >= First && date <= Last
            ? date
            : throw new ActionRefusedException($"error: invalid {name} {text}, must be a valid date in format yyyymmdd");
    }

    private static void Write(Utf8JsonWriter answer, Schedule schedule, LocalDate first, LocalDate last)
    {
        answer.WriteStartObject();
        answer.WriteString("Schedule", schedule.Name);
        answer.WriteStartObject("Usage");
        foreach (var day in UsageCalculator.Between(schedule, first, last))
        {
            UsageJson.Write(answer, day);
            AnswerSize.Check(answer, "ask for fewer dates");
        }

        answer.WriteEndObject();
        answer.WriteEndObject();
    }
}

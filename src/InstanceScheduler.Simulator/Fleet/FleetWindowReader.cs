using System.Text.Json;
using System.Text.RegularExpressions;
using InstanceScheduler.Simulator.LocalAws.Ssm;
using NodaTime;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Gathers the maintenance windows of one file. What cannot be read is reported, and its neighbours are not touched.</summary>
internal sealed partial class FleetWindowReader(InputProblems problems)
{
    private const int MostHours = 24;

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<FleetWindow> _windows = [];

    public IReadOnlyList<FleetWindow> Windows => _windows;

    public void Read(JsonElement window, string place)
    {
        var item = window.Field("Name").Text() is { } name ? $"{name} ({place})" : place;
        var (id, zone, hours) = (window.Field("WindowId"), window.Field("ScheduleTimezone"), window.Field("Duration"));
        var isSound = problems.IsSound(
            item,
            "maintenance window",
            (id.Text() is { } text && IdForm().IsMatch(text), "WindowId", id, "Write mw- and 17 hexadecimal digits in lower case"),
            (window.Field("Name").Text() is { } called && NameForm().IsMatch(called), "Name", window.Field("Name"), "Write 3 to 128 letters, digits, _, - or ."),
            (HoursOf(hours) is not null, "Duration", hours, "Write whole hours, 1 to 24"),
            (zone.Text() is not { } other || DateTimeZoneProviders.Tzdb.GetZoneOrNull(other) is not null, "ScheduleTimezone", zone, "Write a zone such as Asia/Shanghai"));
        if (!isSound || ScheduleOf(window.Field("Schedule"), item) is not { } schedule)
        {
            return;
        }

        if (!_ids.Add(id.Text()!))
        {
            problems.Add(item, "the maintenance window is listed before already", "The first listing counts");
            return;
        }

        _windows.Add(new FleetWindow(id.Text()!, window.Field("Name").Text()!, schedule, HoursOf(hours)!.Value)
        {
            ScheduleTimezone = zone.Text(),
            Enabled = window.Field("Enabled") is not { ValueKind: JsonValueKind.False },
        });
    }

    private WindowSchedule? ScheduleOf(JsonElement? schedule, string item)
    {
        try
        {
            if (schedule.Text() is { } text)
            {
                return WindowSchedule.Parse(text);
            }

            problems.Add(item, $"Schedule is {schedule.Describe()}", "The maintenance window is left out; write cron(…), rate(…) or at(…)");
        }
        catch (FormatException unreadable)
        {
            problems.Add(item, unreadable.Message.TrimEnd('.'), "The maintenance window is left out");
        }

        return null;
    }

    private static int? HoursOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var hours) && hours is >= 1 and <= MostHours ? hours : null;

    [GeneratedRegex(@"\Amw-[0-9a-f]{17}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A[a-zA-Z0-9_\-.]{3,128}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}

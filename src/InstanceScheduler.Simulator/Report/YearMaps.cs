namespace InstanceScheduler.Simulator.Report;

/// <summary>Whose days are shown: the fleet's, then those of its parts, as finely as a page of a few megabytes allows.</summary>
internal static class YearMaps
{
    private const int Most = 60;

    /// <summary>The managed instances, since the others would drown what the scheduler does; all where it manages none.</summary>
    public static YearMap OfFleet(SimulationReport report, ReportClock clock)
    {
        var managed = report.Instances.Where(instance => instance.Managed).ToList();
        return managed.Count == 0
            ? YearMap.Of("All instances", $"{report.Instances.Count}", report, clock, report.Instances)
            : YearMap.Of("Managed instances", $"{managed.Count} of {report.Instances.Count}", report, clock, managed);
    }

    /// <summary>One for each instance; of a larger fleet one for each schedule, and where these are too many one for all the rarer ones.</summary>
    public static IReadOnlyList<YearMap> OfParts(SimulationReport report, ReportClock clock)
    {
        var instances = report.Targets().SelectMany(target => target).ToList();
        if (instances.Count <= Most)
            return [.. instances.Select(instance => YearMap.Of(instance.Label, About(instance), report, clock, [instance]))];

        var schedules = instances.GroupBy(instance => instance.Schedule, StringComparer.Ordinal)
            .OrderByDescending(schedule => schedule.Count()).ThenBy(schedule => schedule.Key, StringComparer.Ordinal).ToList();
        var shown = schedules.Count <= Most ? schedules : schedules[..(Most - 1)];
        var rest = schedules.Skip(shown.Count).ToList();
        return
        [
            .. shown.Select(schedule => YearMap.Of(schedule.Key ?? "No schedule", Count(schedule.Count()), report, clock, [.. schedule])),
            .. rest.Count == 0 ? (IEnumerable<YearMap>)[]
                : [YearMap.Of($"{rest.Count} further schedules", Count(rest.Sum(schedule => schedule.Count())), report, clock, [.. rest.SelectMany(schedule => schedule)])],
        ];
    }

    private static string About(InstanceTimeline instance) => (instance.Schedule ?? "no schedule") + (instance.Managed ? string.Empty : ", not managed");

    private static string Count(int instances) => instances == 1 ? "1 instance" : $"{instances} instances";
}

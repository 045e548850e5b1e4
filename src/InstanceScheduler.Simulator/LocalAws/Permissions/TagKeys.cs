namespace InstanceScheduler.Simulator.LocalAws.Permissions;

/// <summary>The condition key of calls that set or remove tags.</summary>
internal static class TagKeys
{
    /// <summary>The tag key that policies may keep the scheduler from; all others are alike.</summary>
    private const string ScheduleTag = "Schedule";

    public static string Of(IReadOnlyCollection<string> keys) => keys.Count == 0
        ? ""
        : "aws:TagKeys=" + string.Join(
            '|',
            keys.Select(key => key == ScheduleTag ? key : "{tag}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}

using NodaTime;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>People in the sample week.</summary>
internal static class WeekActions
{
    public static IReadOnlyList<HumanAction> All { get; } =
    [
        // Tuesday: somebody is done early. The schedule leaves it off until its next begin.
        new(1, new LocalTime(14, 0), "i-0a11c0de000000b03", HumanActionKind.Stop),

        // Wednesday, before the period: with retain_running the evening does not stop it.
        new(2, new LocalTime(7, 30), "i-0a11c0de000000b05", HumanActionKind.Start),

        // Thursday morning: a box that only knows an end of the day is started by whoever needs it.
        new(3, new LocalTime(10, 15), "i-0a11c0de000000a0a", HumanActionKind.Start),

        // Saturday evening, twice the same idea: one schedule lets it be, the enforced one does not.
        new(5, new LocalTime(20, 10), "i-0a11c0de000000b02", HumanActionKind.Start),
        new(5, new LocalTime(20, 20), "i-0a11c0de000000a07", HumanActionKind.Start),
    ];
}

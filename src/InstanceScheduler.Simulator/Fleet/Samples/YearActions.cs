using NodaTime;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>People in the sample year.</summary>
internal static class YearActions
{
    private static readonly LocalDate FirstDay = new(2026, 1, 1);

    public static IReadOnlyList<HumanAction> All { get; } =
    [
        // A box that only knows an end of the day is started by whoever needs it.
        new(On(3, 3), new LocalTime(9, 42), "i-0a11c0de000000a0a", HumanActionKind.Start),
        new(On(3, 4), new LocalTime(10, 40), "i-0a11c0de000000a0a", HumanActionKind.Start),
        new(On(4, 21), new LocalTime(13, 35), "i-0a11c0de000000a0a", HumanActionKind.Start),
        new(On(11, 14), new LocalTime(11, 30), "i-0a11c0de000000a0a", HumanActionKind.Start),

        // Done early on the day before a long weekend; off until the next begin.
        new(On(9, 24), new LocalTime(14, 20), "i-0a11c0de000000b03", HumanActionKind.Stop),
    ];

    private static int On(int month, int day) => Period.DaysBetween(FirstDay, new LocalDate(2026, month, day));
}

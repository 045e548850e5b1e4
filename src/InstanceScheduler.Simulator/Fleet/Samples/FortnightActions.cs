using NodaTime;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>People in the sample fortnight.</summary>
internal static class FortnightActions
{
    private const string Ningxia = "cn-northwest-1";

    public static IReadOnlyList<HumanAction> All { get; } =
    [
        // Done early, or needed at the weekend: both stand until the schedule's wish changes.
        new(1, new LocalTime(14, 0), "i-0f047000000000002", HumanActionKind.Stop),
        new(5, new LocalTime(20, 13), "i-0f04700000000002d", HumanActionKind.Start),
        new(2, new LocalTime(15, 13), "orders", HumanActionKind.Stop) { Region = Ningxia },
        new(3, new LocalTime(15, 0), "basket", HumanActionKind.Stop),
        new(12, new LocalTime(11, 13), "stock", HumanActionKind.Start),

        // Enforced: undone at the next tick.
        new(2, new LocalTime(11, 0), "i-0f047000000000009", HumanActionKind.Stop),
        new(6, new LocalTime(12, 13), "i-0f047000000000038", HumanActionKind.Start),
        new(8, new LocalTime(10, 13), "training", HumanActionKind.Stop),
        new(6, new LocalTime(12, 13), "sessions", HumanActionKind.Start),

        // Started before the period: with retain_running no evening stops it, until a person does.
        new(2, new LocalTime(7, 30), "i-0f04700000000000c", HumanActionKind.Start),
        new(3, new LocalTime(20, 13), "i-0f04700000000000c", HumanActionKind.Stop),
        new(1, new LocalTime(7, 43), "uat", HumanActionKind.Start),
        new(9, new LocalTime(8, 13), "quotes", HumanActionKind.Start),
        new(10, new LocalTime(21, 13), "quotes", HumanActionKind.Stop),

        // Started by a person, which is not the start by AWS after seven days: it stays up.
        new(4, new LocalTime(10, 13), "history-2025", HumanActionKind.Start),
        new(7, new LocalTime(10, 43), "history-2025", HumanActionKind.Stop),

        // Boxes that only know an end, or a begin.
        new(3, new LocalTime(10, 13), "i-0f047000000000022", HumanActionKind.Start),
        new(4, new LocalTime(18, 43), "wiki", HumanActionKind.Stop),

        // Started again a minute before it is to hibernate: too early for that.
        new(9, new LocalTime(14, 0), "i-0f047000000000028", HumanActionKind.Stop),
        new(9, new LocalTime(17, 59), "i-0f047000000000028", HumanActionKind.Start),
    ];
}

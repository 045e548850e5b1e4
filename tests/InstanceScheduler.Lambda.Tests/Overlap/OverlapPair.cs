using System.Collections.Immutable;

namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>Two runs that overlap, and the ticks after them. Times are of the day in Shanghai.</summary>
/// <param name="Name">What it is there to show.</param>
/// <param name="A">Instant and arrival of the one that would have been first.</param>
/// <param name="B">Instant and arrival of the other.</param>
/// <param name="MinutesBetweenTicks">As the function is set.</param>
/// <param name="Ticks">Two further ticks.</param>
internal sealed record OverlapPair(
    string Name, (string Instant, string Arrives) A, (string Instant, string Arrives) B, int MinutesBetweenTicks, ImmutableArray<string> Ticks)
{
    /// <summary>One event, delivered twice.</summary>
    public static readonly OverlapPair Twice = new("twice", ("18:00", "18:00"), ("18:00", "18:00"), 5, ["18:05", "18:10"]);

    /// <summary>A run that takes longer than the time between two ticks.</summary>
    public static readonly OverlapPair Slow = new("slow", ("18:00", "18:00"), ("18:05", "18:05"), 5, ["18:10", "18:15"]);

    /// <summary>An event that was delivered a quarter of an hour late, beside the newest.</summary>
    public static readonly OverlapPair Late = new("late", ("17:45", "18:00"), ("18:00", "18:00"), 15, ["18:15", "18:30"]);

    public static OverlapPair Of(string name) => new[] { Twice, Slow, Late }.Single(pair => pair.Name == name);

    /// <summary>Whether an instance may be acted on by both: decided on for different instants, and neither knows of the other.</summary>
    public bool MayActTwice => A.Instant != B.Instant;
}

using InstanceScheduler.Simulator.Fleet;
using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>One cause of trouble in the play.</summary>
/// <param name="Text">What is wrong and what to do about it.</param>
/// <param name="Subject">The item, instance or target it is about; null when it is about the whole.</param>
/// <param name="Count">How often it came up.</param>
/// <param name="FirstSeen">When it first came up; null when that means nothing (an input file).</param>
internal sealed record ReportProblem(string Text, string? Subject = null, int Count = 1, Instant? FirstSeen = null)
{
    /// <summary>The instances it hits. Those that list the same text among their own problems need not be named here.</summary>
    public IReadOnlyList<ResourceKey> Resources { get; init; } = [];
}

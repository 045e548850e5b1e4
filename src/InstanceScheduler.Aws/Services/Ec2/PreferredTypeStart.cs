using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>What trying other types came to, for one instance without capacity.</summary>
/// <param name="Order">What was asked for.</param>
/// <param name="Type">The type it has now, as far as one can know.</param>
internal sealed record PreferredTypeStart(StartOrder Order, string Type)
{
    /// <summary>What became of the starts; a problem only where an answer was lost.</summary>
    public ActionOutcome Starts { get; init; } = new();

    /// <summary>Types that had no capacity either.</summary>
    public ImmutableArray<string> Tried { get; init; } = [];

    /// <summary>Types that the instance cannot have or start with, and AWS's refusal.</summary>
    public ImmutableArray<(string Type, Problem Refusal)> PassedOver { get; init; } = [];

    /// <summary>Code of what ended the trying before its time; null: nothing did.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Why the wanted type could not be set again; null: it was, or need not be.</summary>
    public string? NotSetBack { get; init; }

    /// <summary>The type that the start is for: the one asked for, else its own.</summary>
    public string Wanted => WantedBy(Order);

    /// <summary>Whether a start was accepted, or may have been.</summary>
    public bool IsUnderWay => Starts.Accepted.Contains(Order.Id) || Starts.Unknown.Contains(Order.Id);

    public static string WantedBy(StartOrder order) => order.ResizeTo ?? order.Instance.InstanceType;
}

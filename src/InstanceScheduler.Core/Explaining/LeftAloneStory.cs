namespace InstanceScheduler.Core.Explaining;

/// <summary>An instance that carries the tag, and that the scheduler leaves alone.</summary>
/// <param name="Instance">Its id.</param>
/// <param name="State">How it is.</param>
/// <param name="Why">Why.</param>
/// <param name="TagName">Key of the schedule tag.</param>
public sealed record LeftAloneStory(string Instance, ActualState State, WhyLeftAlone Why, string TagName) : Story(Instance)
{
    /// <summary>Value of the schedule tag; null: it is empty.</summary>
    public string? Schedule { get; init; }

    /// <summary>The reason in AWS's or the configuration's words, which are English; null: there is no more to say.</summary>
    public string? Detail { get; init; }

    /// <summary>The schedule that was probably meant; null: nobody knows.</summary>
    public string? Meant { get; init; }
}

namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>An instance or database of the fleet that overlapping runs meet, and what is remembered of it.</summary>
/// <param name="Name">What it is there to show.</param>
/// <param name="Schedule">Its schedule; null: it is gone, and only remembered.</param>
/// <param name="Runs">Whether it runs at first.</param>
/// <param name="Stored">Its stored state; null: none.</param>
/// <param name="Intent">What an earlier run that died had written down; null: nothing.</param>
internal sealed record Member(string Name, string? Schedule, bool Runs, string? Stored, string? Intent = null)
{
    /// <summary>Its type, where that matters.</summary>
    public string Type { get; init; } = "m5.large";

    /// <summary>Whether it is marked for the clean-up.</summary>
    public bool IsMarked { get; init; }
}

using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>What a run was about to do to an instance, written before it acts: <c>start 2026-11-23T01:00:00Z 5f3a9c12</c>.</summary>
/// <param name="Wish">What it wished for.</param>
/// <param name="Instant">The run's instant.</param>
/// <param name="Run">Which run it was: two of one instant must not take each other's entries for their own.</param>
internal readonly record struct Intent(Wish Wish, Instant Instant, string Run)
{
    private static readonly InstantPattern Pattern = InstantPattern.ExtendedIso;

    /// <summary>Null when the text is none; such an entry is dropped when its instance is seen.</summary>
    public static Intent? TryParse(string? text)
    {
        if (text?.Split(' ') is not [var wishText, var instantText, var run] || Wish.TryParse(wishText) is not { } wish)
            return null;
        return Pattern.Parse(instantText) is { Success: true, Value: var instant } ? new Intent(wish, instant, run) : null;
    }

    public override string ToString() => $"{Wish} {Pattern.Format(Instant)} {Run}";
}

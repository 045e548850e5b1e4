using InstanceScheduler.Core.Configuration;
using NodaTime;

namespace InstanceScheduler.Core.Administration;

/// <summary>How far an override is.</summary>
/// <param name="Status"><c>waits</c>, <c>holds</c>, <c>ended</c> or <c>unreadable</c>.</param>
/// <param name="Left">Until its begin while it waits, until its end while it holds; null: neither.</param>
/// <param name="Problem">Why no run can use it; null: it can be read.</param>
public readonly record struct OverrideProgress(string Status, string? Left = null, string? Problem = null)
{
    /// <summary>Waits for its begin.</summary>
    public const string Waits = "waits";

    /// <summary>Holds now.</summary>
    public const string Holds = "holds";

    /// <summary>Has ended.</summary>
    public const string Ended = "ended";

    /// <summary>Cannot be used.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>How far an item is at an instant. Never throws for what it may hold.</summary>
    public static OverrideProgress Of(ConfigItem item, Instant now)
    {
        try
        {
            var read = OverrideReader.Read(item);
            return now >= read.End ? new OverrideProgress(Ended)
                : read.Begin is { } begin && now < begin ? new OverrideProgress(Waits, DurationText.Left(begin - now))
                : new OverrideProgress(Holds, DurationText.Left(read.End - now));
        }
        catch (ConfigurationException problem)
        {
            return new OverrideProgress(Unreadable, Problem: problem.Field is { } field ? $"{field}: {problem.Message}" : problem.Message);
        }
    }
}

using System.Globalization;
using NodaTime;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>The <c>timestamp</c> of an item: epoch seconds, with milliseconds where a save had to differ from the one before.</summary>
internal static class StateTimestamp
{
    private const decimal Millisecond = 0.001m;

    public static decimal Of(Instant instant) => instant.ToUnixTimeMilliseconds() / 1000m;

    /// <summary>The run's instant, but always later than what was read, so that every save changes it.</summary>
    public static string Next(Instant instant, string? read) =>
        Math.Max(Of(instant), Parse(read) + Millisecond).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Zero for an item that has none.</summary>
    public static decimal Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
}

using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Tells which overrides a run needs.</summary>
public static class HoldingOverrides
{
    /// <summary>The items of overrides that hold at an instant: those that can be read, have begun and have not ended.</summary>
    /// <param name="table">Items of any type.</param>
    /// <param name="instant">The instant for which a run decides; null: whichever.</param>
    public static ImmutableArray<ConfigItem> Of(IEnumerable<ConfigItem> table, Instant? instant) =>
        [.. table.Where(item => item.Type == ConfigTypes.Override && Holds(item, instant)).OrderBy(item => item.Name, StringComparer.Ordinal)];

    private static bool Holds(ConfigItem item, Instant? instant)
    {
        try
        {
            return OverrideReader.Read(item) is var read && (instant is not { } time || read.HoldsAt(time));
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }
}

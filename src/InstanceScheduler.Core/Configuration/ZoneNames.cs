using NodaTime;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Time zones by IANA name, legacy links included, without regard to case. The data is NodaTime's own.</summary>
public static class ZoneNames
{
    /// <summary>The zone of a name such as <c>Asia/Shanghai</c>, <c>PRC</c> or <c>us/pacific</c>; null when there is none.</summary>
    public static DateTimeZone? Find(string name)
    {
        var zones = DateTimeZoneProviders.Tzdb;
        if (zones.GetZoneOrNull(name) is { } exact)
            return exact;
        foreach (var id in zones.Ids)
            if (id.Equals(name, StringComparison.OrdinalIgnoreCase))
                return zones[id];
        return null;
    }

    internal static string Suggest(string name) => Suggestion.For(name, DateTimeZoneProviders.Tzdb.Ids);
}

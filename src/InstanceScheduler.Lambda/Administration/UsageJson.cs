using System.Text.Json;
using InstanceScheduler.Core.Usage;
using NodaTime.Text;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Writes the usage of one date as v1.3 does.</summary>
internal static class UsageJson
{
    private static readonly LocalDateTimePattern MomentPattern = LocalDateTimePattern.CreateWithInvariantCulture("MM/dd/yy HH:mm:ss");

    public static void Write(Utf8JsonWriter json, DailyUsage day)
    {
        json.WriteStartObject(LocalDatePattern.Iso.Format(day.Date));
        json.WriteStartObject("RunningPeriods");
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var interval in day.Intervals)
        {
            var key = PascalJson.Key(interval.Period);
            var name = key;
            for (var number = 2; !written.Add(name); number++)
                name = $"{key}#{number}";
            json.WriteStartObject(name);
            json.WriteString("Begin", MomentPattern.Format(interval.Begin.LocalDateTime));
            json.WriteString("End", MomentPattern.Format(interval.End.LocalDateTime));
            json.WriteNumber("BillingHours", interval.BillingHours);
            json.WriteNumber("BillingSeconds", interval.BillingSeconds);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteNumber("BillingSeconds", day.BillingSeconds);
        json.WriteNumber("BillingHours", day.BillingHours);
        json.WriteEndObject();
    }
}

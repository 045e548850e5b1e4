using System.Globalization;
using NodaTime;

namespace InstanceScheduler.Simulator.Report;

/// <summary>How hours, amounts and states are written, alike on the console and on the page.</summary>
internal static class ReportText
{
    /// <summary>With one decimal below 10,000, where a tenth still says something.</summary>
    public static string Hours(Duration duration)
    {
        var tenths = Math.Round(duration.TotalHours, 1, MidpointRounding.AwayFromZero);
        return tenths.ToString(Math.Abs(tenths) < 10_000 ? "#,0.0" : "#,0", CultureInfo.InvariantCulture);
    }

    /// <summary>For instance <c>8 h 55 min</c>; seconds only below a minute.</summary>
    public static string Length(Duration duration)
    {
        var minutes = (long)Math.Round(duration.TotalMinutes);
        return minutes switch
        {
            _ when duration.TotalMinutes < 1 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0} s"),
            < 60 => $"{minutes} min",
            _ when minutes % 60 == 0 => $"{minutes / 60} h",
            _ => $"{minutes / 60} h {minutes % 60} min",
        };
    }

    public static string Money(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    public static string State(PowerState state) => state switch
    {
        PowerState.Off => "off",
        PowerState.Starting => "starting",
        PowerState.On => "on",
        PowerState.Stopping => "stopping",
        _ => "gone",
    };

    public static string Cause(PowerCause cause) => cause switch
    {
        PowerCause.Scheduler => "by the scheduler",
        PowerCause.Human => "by hand",
        PowerCause.Cloud => "by AWS",
        _ => "as found",
    };
}

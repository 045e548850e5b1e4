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

    /// <summary>State, cause and reason in one clause, for instance <c>on by the scheduler: period office began</c>.</summary>
    public static string What(PowerSpan span)
    {
        var cause = span.Cause switch
        {
            PowerCause.Scheduler => " by the scheduler",
            PowerCause.Cloud => " by AWS",
            PowerCause.Found => ", as it was found",
            _ when span.State is PowerState.Starting or PowerState.On => ", started by hand",
            _ when span.State is PowerState.Stopping or PowerState.Off => ", stopped by hand",
            _ => " by hand",
        };

        // A reason may say no more than the cause does.
        return State(span.State) + cause + (cause.EndsWith(span.Reason, StringComparison.Ordinal) ? string.Empty : $": {span.Reason}");
    }
}

using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>When a maintenance window begins, in Systems Manager's own words.</summary>
/// <param name="Expression"><c>cron(0 2 ? * SUN *)</c>, <c>rate(7 days)</c> or <c>at(2026-11-30T02:00:00)</c>.</param>
internal abstract record WindowSchedule(string Expression)
{
    private static readonly LocalDateTimePattern AtPattern = LocalDateTimePattern.GeneralIso;

    public static WindowSchedule Daily(LocalTime time) => Parse($"cron({time.Minute} {time.Hour} * * ? *)");

    public static WindowSchedule Weekly(IsoDayOfWeek day, LocalTime time) =>
        Parse($"cron({time.Minute} {time.Hour} ? * {day.ToString().ToUpperInvariant()[..3]} *)");

    public static WindowSchedule Once(LocalDateTime begin) => Parse($"at({AtPattern.Format(begin)})");

    /// <exception cref="FormatException">Systems Manager would not take it either, or it uses what is not simulated.</exception>
    public static WindowSchedule Parse(string expression)
    {
        var open = expression.IndexOf('(');
        var inner = open > 0 && expression.EndsWith(')') ? expression[(open + 1)..^1].Trim() : "";
        return (open > 0 ? expression[..open] : "") switch
        {
            "cron" => CronSchedule.Of(expression, inner),
            "rate" => new RateSchedule(expression, Rate(expression, inner)),
            "at" when AtPattern.Parse(inner) is { Success: true, Value: var begin } => new SingleSchedule(expression, begin),
            _ => throw Unreadable(expression, "use cron(…), rate(…) or at(yyyy-MM-ddTHH:mm:ss)"),
        };
    }

    /// <summary>The first begin after an instant; null where there is none any more.</summary>
    /// <param name="after">A window that begins at this very instant is over as far as its next begin goes.</param>
    /// <param name="origin">What rates count from.</param>
    /// <param name="zone">The zone of local times.</param>
    public abstract Instant? Next(Instant after, Instant origin, DateTimeZone zone);

    public sealed override string ToString() => Expression;

    protected static FormatException Unreadable(string expression, string remedy) =>
        new($"'{expression}' is no schedule of a maintenance window; {remedy}.");

    private static Duration Rate(string expression, string inner)
    {
        var parts = inner.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var count, var unit] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            switch (unit)
            {
                case "minute" or "minutes":
                    return Duration.FromMinutes(number);
                case "hour" or "hours":
                    return Duration.FromHours(number);
                case "day" or "days":
                    return Duration.FromDays(number);
            }
        }

        throw Unreadable(expression, "use rate(N minutes), rate(N hours) or rate(N days)");
    }
}

using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.LocalAws.Ssm;
using NodaTime;

namespace InstanceScheduler.Simulator.LocalAws.Events;

/// <summary>Sends the events of all stacks' rules that are enabled and have a schedule, by the rules' own expressions.</summary>
internal sealed class RuleClock(LocalAws aws)
{
    private const string Type = "AWS::Events::Rule";

    private Instant _last = Instant.FromDateTimeOffset(aws.Time.GetUtcNow());

    /// <summary>Looks every minute until it is stopped, for a clock that goes by itself.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var now = aws.Time.GetUtcNow();
            await Task.Delay(TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (now.UtcTicks % TimeSpan.TicksPerMinute)), aws.Time, stop);
            await SendAsync();
        }
    }

    /// <summary>Sends what came due since the last time: after that instant, up to now. A rule that came due several times is late once.</summary>
    public async Task SendAsync()
    {
        var (after, now) = (_last, Instant.FromDateTimeOffset(aws.Time.GetUtcNow()));
        _last = now;
        foreach (var rule in aws.Kept.Of(Type).Where(IsEnabled))
        {
            if (WindowSchedule.Parse(rule.Properties["ScheduleExpression"]!.ToString()).Next(after, after, DateTimeZone.Utc) is { } due && due <= now)
            {
                await SendAsync(rule, due.ToDateTimeOffset());
            }
        }
    }

    private async Task SendAsync(MadeResource rule, DateTimeOffset due)
    {
        foreach (var target in rule.Properties["Targets"] as JsonArray ?? [])
        {
            var function = target!["Arn"]!.ToString().Split(':')[^1];
            if (aws.Functions.Has(function))
            {
                await aws.Functions.InvokeAsync(function, ScheduledEvent.Of(rule.Attributes["Arn"], due), InvocationType.Event);
            }
        }
    }

    private static bool IsEnabled(MadeResource rule) =>
        rule.Properties.ContainsKey("ScheduleExpression") && rule.Properties["State"]?.ToString() is null or "ENABLED";
}

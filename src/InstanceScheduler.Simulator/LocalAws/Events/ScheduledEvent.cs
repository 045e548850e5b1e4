using System.Text;

namespace InstanceScheduler.Simulator.LocalAws.Events;

/// <summary>What EventBridge sends when a rule's schedule comes due.</summary>
internal static class ScheduledEvent
{
    /// <param name="rule">The rule's ARN, which tells region and account too.</param>
    /// <param name="time">When it came due.</param>
    public static ReadOnlyMemory<byte> Of(string rule, DateTimeOffset time)
    {
        var parts = rule.Split(':');
        return Encoding.UTF8.GetBytes($$$"""
            {
              "version": "0",
              "id": "{{{time.ToUnixTimeSeconds():x32}}}",
              "detail-type": "Scheduled Event",
              "source": "aws.events",
              "account": "{{{parts[4]}}}",
              "time": "{{{time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}}}",
              "region": "{{{parts[3]}}}",
              "resources": ["{{{rule}}}"],
              "detail": {}
            }
            """);
    }
}

using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Lambda.Settings;

/// <summary>The function's settings, read from Parameter Store.</summary>
internal sealed record FunctionSettings
{
    public const int DefaultFrequencyMinutes = 5;

    public required string ConfigTable { get; init; }

    public required string StateTable { get; init; }

    /// <summary>Account of the function; the event's account beats it.</summary>
    public required string Account { get; init; }

    /// <summary>Name of the stack; empty when it is not set.</summary>
    public required string StackName { get; init; }

    /// <summary>What the trust policies of managed accounts' roles ask for; null: nothing.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Name of the EventBridge rule; null: any that starts with the stack's name and <c>-SchedulerRule</c>.</summary>
    public string? SchedulerRule { get; init; }

    /// <summary>Minutes between ticks.</summary>
    public int FrequencyMinutes { get; init; } = DefaultFrequencyMinutes;

    /// <summary>Topic for notices; null: none are sent.</summary>
    public string? IssuesTopicArn { get; init; }

    /// <summary>Log group that notices name; null: the function's own.</summary>
    public string? LogGroup { get; init; }

    /// <summary>Whether instances are tagged with the scheduler's last action and last problem.</summary>
    public bool InformationalTags { get; init; }

    /// <summary>Whether debug lines are logged.</summary>
    public bool Trace { get; init; }

    /// <summary>Whether everything is decided and reported, and nothing done.</summary>
    public bool DryRun { get; init; }

    public RetrySettings Retry { get; init; } = RetrySettings.Default;

    /// <summary>Whether an EventBridge rule of this name is the one that ticks.</summary>
    public bool IsSchedulerRule(string rule) => SchedulerRule is { Length: > 0 } name
        ? rule == name
        : rule.StartsWith($"{StackName}-SchedulerRule", StringComparison.Ordinal);
}

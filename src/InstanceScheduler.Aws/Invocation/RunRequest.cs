using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;
using NodaTime;

namespace InstanceScheduler.Aws.Invocation;

/// <summary>What a <c>scheduler:run</c> event asks for.</summary>
/// <param name="Settings">The settings, narrowed to the targets of the event.</param>
/// <param name="Items">Schedule, period, calendar and override items; empty when they were too many for an event and stand in the table.</param>
/// <param name="DispatchTime">The instant to decide for; null: now.</param>
internal sealed record RunRequest(SchedulerSettings Settings, ImmutableArray<ConfigItem> Items, Instant? DispatchTime)
{
    /// <summary>Account whose instances are meant; null: the one of the function's settings.</summary>
    public string? Account { get; init; }

    /// <summary>Whether everything is decided and reported, and nothing done.</summary>
    public bool DryRun { get; init; }

    /// <summary>The same for a single target; by its role alone, where it has one.</summary>
    public RunRequest For(Target target) => this with
    {
        Account = target.Account,
        Settings = Settings with
        {
            ScheduledServices = [target.Service],
            Regions = [target.Region],
            ScheduleLambdaAccount = target.Role is null,
            CrossAccountRoles = target.Role is { } role ? [role.Text] : [],
        },
    };
}

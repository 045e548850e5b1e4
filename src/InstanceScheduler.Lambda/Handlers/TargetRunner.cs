using System.Collections.Immutable;
using System.Globalization;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Maintenance;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Ec2;
using InstanceScheduler.Aws.Services.Rds;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Puts together what runs of targets need, and runs them.</summary>
/// <remarks>A managed account's services are called as its role; state, notices and settings are the function's own account's.</remarks>
internal sealed class TargetRunner(AwsClients clients, AssumedRoles roles, Announcements announcements, TimeProvider time, Func<double> random)
{
    /// <summary>What is asked of STS for a target that is reached by a role.</summary>
    public static SessionRequest SessionFor(Target target, string? externalId) => new(target.Role!.SessionName(target.Service), externalId);

    /// <summary>Runs the targets one after the other. An account that cannot be reached is told once, and left out from then on.</summary>
    /// <param name="invocation">The invocation.</param>
    /// <param name="targets">What to run.</param>
    /// <param name="configuration">Schedules and settings.</param>
    /// <param name="instant">The instant to decide for.</param>
    /// <param name="isDryRun">Whether the event asks for a dry run; the function's setting may as well.</param>
    public async Task<IReadOnlyList<TargetResult>> RunAsync(
        Invocation invocation, ImmutableArray<Target> targets, SchedulerConfiguration configuration, Instant instant, bool isDryRun)
    {
        var results = new List<TargetResult>();
        var unreachable = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            var result = unreachable.Contains(target.Account) ? null : await RunAsync(invocation, target, configuration, instant, isDryRun);
            if (result is null)
                unreachable.Add(target.Account);
            results.Add(result ?? new TargetResult(target));
        }

        return results;
    }

    // Null when the account cannot be reached.
    private async Task<TargetResult?> RunAsync(
        Invocation invocation, Target target, SchedulerConfiguration configuration, Instant instant, bool isDryRun)
    {
        var settings = invocation.Settings;
        var logger = invocation.Logger.With(("service", target.Service), ("account", target.Account), ("region", target.Region));
        var retry = invocation.Retry.With(settings.Retry, logger);
        var options = new RunOptions(
            settings.StackName, Duration.FromMinutes(settings.FrequencyMinutes), isDryRun || settings.DryRun, settings.InformationalTags);
        var announcer = announcements.For(invocation, logger, retry);
        if (await ReachAsync(target, invocation, options, instant, announcer, retry) is not { } account)
            return null;

        var scheduler = new Scheduling.InstanceScheduler(
            ServiceOf(target, account, configuration.Settings, settings.StackName),
            new StateTableClient(clients.DynamoDb, settings.StateTable, retry),
            WindowsOf(target, account, new KeptWindowTable(clients.DynamoDb, settings.StateTable, retry)),
            configuration, options, announcer, time, logger);
        var name = ((uint)(random() * uint.MaxValue)).ToString("x8", CultureInfo.InvariantCulture);
        return await scheduler.RunAsync(new RunIdentity(target, instant, name), invocation.Acting, invocation.Saving);
    }

    private async Task<AccountAccess?> ReachAsync(
        Target target, Invocation invocation, RunOptions options, Instant instant, RunAnnouncer announcer, AwsRetry retry)
    {
        if (target.Role is not { } role)
            return new AccountAccess(clients, retry);
        var externalId = invocation.Settings.ExternalId;
        try
        {
            var credentials = await roles.AssumeAsync(role, SessionFor(target, externalId), retry, invocation.Acting);
            return new AccountAccess(clients.As(credentials), retry.With(credentials));
        }
        catch (Exception failure)
        {
            var report = new RunReport(HealthSource.Of(target), instant, [.. RoleProblem.NotAssumed([(role, failure)], externalId)])
            {
                DryRun = options.IsDryRun ? DryRunActions.None : null,
            };
            await announcer.TellAsync(target.ToString(), report, invocation.Saving);
            return null;
        }
    }

    /// <summary>The service of a target, as an account calls it.</summary>
    public static IInstanceService ServiceOf(Target target, AccountAccess account, SchedulerSettings settings, string stackName) =>
        target.Service == Ec2Service.ServiceName
            ? new Ec2Service(account.Clients.Ec2(target.Region), account.Retry)
            : new RdsService(
                account.Clients.Rds(target.Region), account.Retry, new RdsOptions(stackName, settings.CreateRdsSnapshot, settings.ScheduleClusters));

    /// <summary>The windows of Systems Manager that count for a target; null where none can.</summary>
    public static SsmWindows? WindowsOf(Target target, AccountAccess account, KeptWindowTable kept) =>
        target.Service == Ec2Service.ServiceName
            ? new SsmWindows(new SsmWindowReader(account.Clients.SsmIn(target.Region), account.Retry), kept, target)
            : null;
}

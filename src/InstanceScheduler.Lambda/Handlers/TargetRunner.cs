using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Maintenance;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Ec2;
using InstanceScheduler.Aws.Services.Rds;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Puts together what one run of one target needs, and runs it.</summary>
internal sealed class TargetRunner(AwsClients clients, Announcements announcements, TimeProvider time, Func<double> random)
{
    /// <summary>Services that can be scheduled, by their names in the configuration.</summary>
    public static readonly IReadOnlyList<string> Services = [Ec2Service.ServiceName, RdsService.ServiceName];

    /// <param name="invocation">The invocation.</param>
    /// <param name="target">What to run.</param>
    /// <param name="configuration">Schedules and settings.</param>
    /// <param name="instant">The instant to decide for.</param>
    /// <param name="isDryRun">Whether the event asks for a dry run; the function's setting may as well.</param>
    public Task<TargetResult> RunAsync(Invocation invocation, Target target, SchedulerConfiguration configuration, Instant instant, bool isDryRun)
    {
        var settings = invocation.Settings;
        var logger = invocation.Logger.With(("service", target.Service), ("account", target.Account), ("region", target.Region));
        var retry = new AwsRetry(settings.Retry, time, random, logger);
        var options = new RunOptions(
            settings.StackName, Duration.FromMinutes(settings.FrequencyMinutes), isDryRun || settings.DryRun, settings.InformationalTags);
        var scheduler = new Scheduling.InstanceScheduler(
            ServiceOf(target, configuration.Settings, options, retry),
            new StateTableClient(clients.DynamoDb, settings.StateTable, retry),
            target.Service == Ec2Service.ServiceName
                ? new SsmWindows(new SsmWindowReader(clients.SsmIn(target.Region), retry), new KeptWindowTable(clients.DynamoDb, settings.StateTable, retry), target)
                : null,
            configuration, options, announcements.For(invocation, logger, retry), time, logger);
        var name = ((uint)(random() * uint.MaxValue)).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
        return scheduler.RunAsync(new RunIdentity(target, instant, name), invocation.Acting, invocation.Saving);
    }

    private IInstanceService ServiceOf(Target target, SchedulerSettings settings, RunOptions options, AwsRetry retry) =>
        target.Service == Ec2Service.ServiceName
            ? new Ec2Service(clients.Ec2(target.Region), retry)
            : new RdsService(clients.Rds(target.Region), retry, new RdsOptions(options.StackName, settings.CreateRdsSnapshot, settings.ScheduleClusters));
}

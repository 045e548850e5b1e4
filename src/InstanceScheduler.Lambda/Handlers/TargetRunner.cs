using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services.Ec2;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Puts together what one run of one target needs, and runs it.</summary>
internal sealed class TargetRunner(AwsClients clients, ProblemReporter reporter, TimeProvider time, Func<double> random)
{
    public Task<TargetResult> RunAsync(Invocation invocation, Target target, SchedulerConfiguration configuration, Instant instant)
    {
        var logger = invocation.Logger.With(("service", target.Service), ("account", target.Account), ("region", target.Region));
        var retry = new AwsRetry(invocation.Settings.Retry, time, random, logger);
        var scheduler = new Scheduling.InstanceScheduler(
            new Ec2Service(clients.Ec2(target.Region), retry),
            new StateTableClient(clients.DynamoDb, invocation.Settings.StateTable, retry),
            configuration,
            reporter,
            logger);
        var name = ((uint)(random() * uint.MaxValue)).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
        return scheduler.RunAsync(new RunIdentity(target, instant, name), invocation.Acting, invocation.Saving);
    }
}

using System.Collections.Immutable;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Maintenance;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Maintenance;
using InstanceScheduler.Lambda.Handlers;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Looks at the instances of a target as a run would, and does nothing.</summary>
internal sealed class TargetInsight(TargetAccess targets, AwsClients clients, SchedulerConfiguration configuration, Instant instant)
{
    /// <summary>The instances by id, those that are gone left out.</summary>
    public async Task<ImmutableArray<InstanceInsight>> ReadAsync(Target target, Invocation invocation, ProblemList problems)
    {
        var (settings, acting) = (invocation.Settings, invocation.Acting);
        var account = await targets.ReachAsync(target, invocation);
        var service = TargetRunner.ServiceOf(target, account, configuration.Settings, settings.StackName);
        var listing = service.ListAsync(configuration.Settings.TagName, acting);
        var loading = InstanceStates.LoadAsync(
            new StateTableClient(clients.DynamoDb, settings.StateTable, invocation.Retry), new RunIdentity(target, instant, Run: ""), acting);
        await Task.WhenAll(listing, loading);
        var (listed, states) = (await listing, await loading);
        problems.AddRange(listed.Problems);

        var windows = TargetRunner.WindowsOf(target, account, new KeptWindowTable(clients.DynamoDb, settings.StateTable, invocation.Retry));
        var view = await ReadWindowsAsync(windows, listed.Instances, settings.FrequencyMinutes, problems, acting);
        var judge = new InstanceJudge(
            new TargetWindows(view, instant, problems), new TargetOverrides(configuration, target, instant, problems), instant,
            Duration.FromMinutes(settings.FrequencyMinutes), service, problems);
        return
        [
            .. listed.Instances.Where(instance => instance.State != PowerState.Gone).OrderBy(instance => instance.Id, StringComparer.Ordinal)
                .Select(instance => InstanceInsight.Of(target, instance, states, configuration, judge)),
        ];
    }

    private async Task<SsmWindowView> ReadWindowsAsync(
        SsmWindows? windows, ImmutableArray<ManagedInstance> instances, int frequencyMinutes, ProblemList problems, RunDeadline deadline)
    {
        var names = configuration.NamesOfWindows(instances.Select(instance => instance.Schedule));
        if (windows is null || names.Count == 0)
            return SsmWindowView.Unused;
        var frequency = Duration.FromMinutes(frequencyMinutes);
        var (view, problem) = await windows.ReadAsync(
            names, instant, DatedWindow.LeadFor(frequency), DatedWindow.NoticeFor(frequency), deadline, deadline);
        problems.AddIfAny(problem);
        return view;
    }
}

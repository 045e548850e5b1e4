using System.Collections.Immutable;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Maintenance;
using InstanceScheduler.Aws.Problems;
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
    /// <summary>What a run would see. One target that cannot be read keeps no other from being shown: it is null then.</summary>
    /// <param name="target">The target.</param>
    /// <param name="invocation">The invocation.</param>
    /// <param name="texts">Gets what is wrong, in words.</param>
    public async Task<TargetView?> TryLookAsync(Target target, Invocation invocation, List<string> texts)
    {
        var problems = new ProblemList();
        try
        {
            return await LookAsync(target, invocation, problems);
        }
        catch (Exception failure)
        {
            problems.Add(AwsProblem.Of(AwsRetry.OperationOf(failure) ?? "listing", failure, []));
            return null;
        }
        finally
        {
            texts.AddRange(problems.All.Select(problem => $"{target}: {problem}"));
        }
    }

    private async Task<TargetView> LookAsync(Target target, Invocation invocation, ProblemList problems)
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

        var kept = TargetRunner.WindowsOf(target, account, new KeptWindowTable(clients.DynamoDb, settings.StateTable, invocation.Retry));
        var view = await ReadWindowsAsync(kept, listed.Instances, settings.FrequencyMinutes, problems, acting);
        var (windows, overrides) = (new TargetWindows(view, instant, problems), new TargetOverrides(configuration, target, instant, problems));
        var frequency = Duration.FromMinutes(settings.FrequencyMinutes);
        return new TargetView(
            target, [.. listed.Instances.Where(instance => instance.State != PowerState.Gone).OrderBy(instance => instance.Id, StringComparer.Ordinal)],
            configuration, states, windows, overrides, new InstanceJudge(windows, overrides, instant, frequency, service, problems), service, DatedWindow.LeadFor(frequency));
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

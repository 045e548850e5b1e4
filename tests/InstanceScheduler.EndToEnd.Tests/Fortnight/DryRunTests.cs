using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using InstanceScheduler.EndToEnd.Tests.Plays;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;
using NodaTime;
using NodaTime.Text;
using Xunit.Abstractions;

namespace InstanceScheduler.EndToEnd.Tests.Fortnight;

/// <summary>A dry run of the fortnight touches nothing, and announces what the real one then does.</summary>
[Trait("Category", "Fortnight")]
public sealed class DryRunTests(ITestOutputHelper output)
{
    private static readonly string[] Services = ["ec2", "rds"];
    private static readonly string[] Regions = ["cn-north-1", "cn-northwest-1"];

    // All that begins so changes something, in any service; sns:Publish is the announcement.
    private static readonly string[] Mutating =
        ["Start", "Stop", "Modify", "Create", "Delete", "Put", "Update", "Add", "Remove", "BatchWrite", "TransactWrite", "Invoke"];

    [Fact]
    public async Task Every_dry_run_of_a_fortnight_without_faults_announces_the_actions_of_the_real_one()
    {
        var real = new ConcurrentQueue<string>();
        var dry = new List<string>();
        var (differing, actions, mutations) = (new List<string>(), 0, 0L);
        using var simulation = new Simulation(CheckedPlay.InputOf(Sample.Fortnight) with { Incidents = [] });
        (simulation.BeforeTick, simulation.AfterTransitions) = (AnnounceAsync, Compare);
        simulation.Stage.Aws.Functions.Completed = outcome => Listen(outcome, real);

        await simulation.RunAsync(_ => { }, CancellationToken.None);

        output.WriteLine($"{actions} actions announced and taken");
        Assert.Equal(0, mutations);
        Assert.Empty(differing);
        Assert.InRange(actions, 1800, int.MaxValue);
        Assert.Contains(simulation.Stage.Aws.Topics.Messages, message => message.Text.Contains("would start", StringComparison.Ordinal));

        async Task AnnounceAsync(Instant tick)
        {
            real.Clear();
            dry.Clear();
            var before = MutationsIn(simulation.Stage);
            foreach (var service in Services)
                foreach (var region in Regions)
                    dry.AddRange(await RunAsync(simulation.Stage, service, region, tick));
            mutations += MutationsIn(simulation.Stage) - before;
        }

        Task Compare(Instant tick)
        {
            actions += real.Count;
            if (!dry.Order(StringComparer.Ordinal).SequenceEqual(real.Order(StringComparer.Ordinal), StringComparer.Ordinal))
                differing.Add($"{tick}: announced {string.Join("; ", dry.Except(real))}, done {string.Join("; ", real.Except(dry))}");
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task With_the_setting_a_day_changes_nothing_and_its_notices_say_would()
    {
        using var simulation = new Simulation(CheckedPlay.InputOf(Sample.Fortnight) with { Days = 1, Tick = Duration.FromHours(9) });
        simulation.Stage.PutSetting("DRY_RUN", "True");
        var before = simulation.Stage.Aws.Calls.Totals;

        var report = await simulation.RunAsync(_ => { }, CancellationToken.None);

        Assert.Empty(before);
        Assert.Equal(["Invoke"], simulation.Stage.Aws.Calls.Totals.Keys.Where(IsMutation).Select(call => call.Operation));
        Assert.Empty(simulation.Stage.Aws.Dynamo.Table(simulation.Stage.StateTable).Items);
        Assert.All(report.Instances, row => Assert.Equal(0, row.Starts + row.Stops));
        var notices = simulation.Stage.Aws.Topics.Messages.Select(message => message.Text).ToList();
        Assert.Contains(notices, text => text.Contains("would start", StringComparison.Ordinal));
        Assert.Contains(notices, text => text.Contains("would stop", StringComparison.Ordinal));
        Assert.All(notices, text => Assert.Contains("Dry run, nothing was done: ", text, StringComparison.Ordinal));
    }

    // The event of a fan-out, with dry_run set.
    private static async Task<IReadOnlyList<string>> RunAsync(Stage stage, string service, string region, Instant tick)
    {
        var result = await stage.Aws.Functions.InvokeAsync(
            Stage.FunctionName,
            Encoding.UTF8.GetBytes($$$"""
                {"action":"scheduler:run","dispatch_time":"{{{InstantPattern.General.Format(tick)}}}","dry_run":true,
                 "configuration":{"tag_name":"Schedule","default_timezone":"Asia/Shanghai","schedule_clusters":true,"create_rds_snapshot":true,
                 "regions":["{{{region}}}"],"scheduled_services":["{{{service}}}"]}}
                """),
            InvocationType.RequestResponse);
        Assert.Null(result.Error);
        return [.. ActionsIn(result)];
    }

    private static void Listen(LambdaOutcome outcome, ConcurrentQueue<string> real)
    {
        if (outcome.Type != InvocationType.Event || !Encoding.UTF8.GetString(outcome.Payload.Span).Contains("scheduler:run", StringComparison.Ordinal))
            return;
        foreach (var action in ActionsIn(outcome.Result))
            real.Enqueue(action);
    }

    // {service: {account: {action: {region: [{id: how}]}}}}, a line for each id.
    private static IEnumerable<string> ActionsIn(LambdaResult result) =>
        from service in JsonDocument.Parse(result.Response).RootElement.EnumerateObject()
        from account in service.Value.EnumerateObject()
        from action in account.Value.EnumerateObject()
        from region in action.Value.EnumerateObject()
        from entry in region.Value.EnumerateArray()
        from instance in entry.EnumerateObject()
        select $"{service.Name} {account.Name} {action.Name} {region.Name} {instance.Name} {instance.Value.GetRawText()}";

    private static long MutationsIn(Stage stage) => stage.Aws.Calls.Totals.Where(total => IsMutation(total.Key)).Sum(total => total.Value.Calls);

    private static bool IsMutation(Simulator.LocalAws.Calls.CallKind call) =>
        Array.Exists(Mutating, verb => call.Operation.StartsWith(verb, StringComparison.Ordinal));
}

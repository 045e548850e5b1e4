using System.Text.Json;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.EndToEnd.Tests;

/// <summary>The function as a process of its own, reached over loopback by nothing but the runtime API and AWS's wire protocols.</summary>
public sealed class PublishedFunctionTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    [SkippableTheory]
    [MemberData(nameof(Bootstraps.All), MemberType = typeof(Bootstraps))]
    public async Task A_scheduled_event_starts_a_stopped_instance(string kind)
    {
        var path = Bootstraps.PathOf(kind);
        Skip.If(path is null, $"no {kind} bootstrap: publish one and name it in the environment variable {Bootstraps.Variable}");
        var nine = DateTimeOffset.Parse("2026-11-23T09:00+08:00");
        var time = new VirtualTimeProvider(nine);
        var stage = new Stage(new LocalAwsOptions(), time);
        foreach (var item in Items)
            stage.Aws.Dynamo.Table(stage.ConfigTable).PutRaw(JsonDocument.Parse(item).RootElement);
        var instance = stage.Aws.Ec2.Add(new LocalInstance { Id = "i-0123456789abcdef0", Tags = new Dictionary<string, string> { ["Schedule"] = "office" } });
        using var log = new MemoryStream();

        await using (await PublishedFunction.StartAsync(stage, path!, Stream.Synchronized(log), CancellationToken.None))
        {
            await stage.Aws.Functions.InvokeAsync(Stage.FunctionName, stage.TickEvent(nine), InvocationType.Event);
            await stage.Aws.Functions.IdleAsync().WaitAsync(LongEnough);
            Assert.Equal(PowerState.Pending, instance.State);

            // The same process answers what it does not know, and a second tick.
            var unknown = await stage.Aws.Functions.InvokeAsync(Stage.FunctionName, "{\"what\":1}"u8.ToArray(), InvocationType.RequestResponse).WaitAsync(LongEnough);
            Assert.True(JsonDocument.Parse(unknown.Response).RootElement.TryGetProperty("Error", out _));
            var six = DateTimeOffset.Parse("2026-11-23T18:00+08:00");
            time.AdvanceTo(six);
            await stage.Aws.Functions.InvokeAsync(Stage.FunctionName, stage.TickEvent(six), InvocationType.Event);
            await stage.Aws.Functions.IdleAsync().WaitAsync(LongEnough);
            Assert.Equal(PowerState.Stopping, instance.State);
        }

        Assert.All(stage.Aws.Functions.Outcomes, outcome => Assert.Null(outcome.Result.Error));
    }

    private static readonly string[] Items =
    [
        """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["ec2"]}}""",
        """{"type":{"S":"period"},"name":{"S":"day"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["day"]}}""",
    ];
}

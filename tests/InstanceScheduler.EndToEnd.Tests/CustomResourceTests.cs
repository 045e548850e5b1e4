using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.EndToEnd.Tests;

/// <summary>Custom resources by a process of its own: requests, tables and answers go through sockets.</summary>
public sealed class CustomResourceTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    [SkippableTheory]
    [MemberData(nameof(Bootstraps.All), MemberType = typeof(Bootstraps))]
    public async Task A_stack_with_a_schedule_is_made_changed_and_deleted(string kind)
    {
        var path = Bootstraps.PathOf(kind);
        Skip.If(path is null, $"no {kind} bootstrap: publish one and name it in the environment variable {Bootstraps.Variable}");
        var stage = new Stage(new LocalAwsOptions(), new VirtualTimeProvider(DateTimeOffset.Parse("2026-11-23T09:00+08:00")));
        using var log = new MemoryStream();
        await using var answers = await stage.Aws.ListenAsync(CancellationToken.None, Stage.FunctionName);
        var setup = new CustomResource(stage.Aws, stage.Stack, Stage.FunctionName, "SchedulerConfigHelper", "Custom::ServiceSetup") { Server = answers.Url };
        var hours = new CustomResource(
            stage.Aws, stage.Aws.Stacks.Add("shop"), Stage.FunctionName, "Hours", "Custom::ServiceInstanceSchedule")
        { Server = answers.Url };

        await using (await PublishedFunction.StartAsync(stage, path!, Stream.Synchronized(log), CancellationToken.None))
        {
            Assert.True(await setup.CreateAsync("""{"scheduled_services": ["ec2"], "regions": [""], "trace": "False"}""").WaitAsync(LongEnough));
            Assert.True(await hours.CreateAsync("""{"Periods": [{"WeekDays": "mon-fri", "InstanceType": "m5.large"}]}""").WaitAsync(LongEnough));
            Assert.Equal(["shop-Hours-period-0001@m5.large"], Periods("shop-Hours"));
            Assert.True(await hours.UpdateAsync("""{"Name": "营业", "Periods": [{"WeekDays": "sat"}, {"WeekDays": "sun"}]}""").WaitAsync(LongEnough));
            Assert.Equal(["shop-营业-period-0001", "shop-营业-period-0002"], Periods("shop-营业"));
            Assert.False(await hours.UpdateAsync("""{"Name": "营业", "Periods": [{"WeekDays": "never"}]}""").WaitAsync(LongEnough));
            Assert.Equal(["shop-营业-period-0001", "shop-营业-period-0002"], Periods("shop-营业"));
            Assert.True(await hours.DeleteAsync().WaitAsync(LongEnough));
        }

        var left = stage.Aws.Dynamo.Table(stage.ConfigTable).Items.Select(item => item["name"].Text).ToList();
        Assert.DoesNotContain(left, name => name.StartsWith("shop-", StringComparison.Ordinal));
        Assert.Contains("cn-office-hours", left);
        Assert.All(stage.Aws.Responses.Received, received =>
        {
            Assert.Equal(("PUT", 200), (received.Method, received.Status));
            Assert.Equal(
                [$"Content-Length: {received.Body.Length}", $"Host: {answers.Url.Authority}"],
                received.Headers.Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal));
        });

        IEnumerable<string> Periods(string schedule) => stage.Aws.Dynamo.Table(stage.ConfigTable).Items
            .Single(item => item["type"].Text == "schedule" && item["name"].Text == schedule)["periods"].Elements.Select(period => period.Text);
    }
}

using System.Text;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Simulator.Tests.LocalAws.CloudFormation;

/// <summary>Stacks with custom resources: the scheduler's function answers for them, or somebody who never does.</summary>
public sealed class CustomResourceStackTests() : LocalAwsTest(Transport.InProcess)
{
    private const string Schedule = """
        {
          "Parameters": { "Name": { "Type": "String", "Default": "hours" }, "Begin": { "Type": "String", "Default": "09:00" } },
          "Resources": {
            "Hours": { "Type": "Custom::ServiceInstanceSchedule", "Properties": {
              "ServiceToken": "arn:aws-cn:lambda:cn-north-1:123456789012:function:FUNCTION", "ServiceTimeout": 150, "NoStackPrefix": true,
              "Name": { "Ref": "Name" }, "Periods": [{ "BeginTime": { "Ref": "Begin" }, "EndTime": "18:00" }] } },
            "Shown": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "/shown", "Type": "String", "Value": { "Ref": "Hours" } } }
          }
        }
        """;

    [Fact]
    public async Task A_schedule_is_made_changed_renamed_and_removed_with_its_stack()
    {
        await using var world = await StartAsync();
        var stack = await SettledAsync(world.Stage.Aws.CloudFormation.Create("team", Hub, Beijing, Request()));
        Assert.Equal(("CREATE_COMPLETE", "hours"), (stack.State.Status, world.Stage.Aws.Parameters.Find("/shown")?.Value));

        world.Stage.Aws.CloudFormation.Update(stack, Request(("Begin", "10:00")));
        await SettledAsync(stack);
        Assert.Equal(("UPDATE_COMPLETE", "10:00"), (stack.State.Status, world.Begin("hours-period-0001")));

        world.Stage.Aws.CloudFormation.Update(stack, Request(("Begin", "10:00"), ("Name", "days")));
        await SettledAsync(stack);
        Assert.Equal(("UPDATE_COMPLETE", "days"), (stack.State.Status, world.Stage.Aws.Parameters.Find("/shown")?.Value));
        Assert.Equal(["days"], world.Schedules());

        world.Stage.Aws.CloudFormation.Delete(stack);
        await SettledAsync(stack);
        Assert.Equal("DELETE_COMPLETE", stack.State.Status);
        Assert.Empty(world.Schedules());
    }

    [Fact]
    public async Task What_the_function_refuses_rolls_the_stack_back()
    {
        await using var world = await StartAsync();

        var stack = await SettledAsync(world.Stage.Aws.CloudFormation.Create("team", Hub, Beijing, Request(("Begin", "25:00"))));

        Assert.Equal("ROLLBACK_COMPLETE", stack.State.Status);
        Assert.Contains("25:00", stack.Events.Single(told => told.Status == "CREATE_FAILED").Reason, StringComparison.Ordinal);
        Assert.Empty(world.Schedules());
        Assert.Null(world.Stage.Aws.Parameters.Find("/shown"));
    }

    [Fact]
    public async Task What_the_function_refuses_of_an_update_is_taken_back()
    {
        await using var world = await StartAsync();
        var stack = await SettledAsync(world.Stage.Aws.CloudFormation.Create("team", Hub, Beijing, Request()));

        world.Stage.Aws.CloudFormation.Update(stack, Request(("Begin", "25:00")));
        await SettledAsync(stack);

        Assert.Equal(("UPDATE_ROLLBACK_COMPLETE", "09:00"), (stack.State.Status, stack.State.Template!.Parameters["Begin"]));
        Assert.Equal("09:00", world.Begin("hours-period-0001"));
    }

    [Fact]
    public async Task A_function_that_never_answers_is_waited_for_and_given_up()
    {
        var function = Aws.Functions.Register("mute", TimeSpan.FromMinutes(1));
        using var stop = new CancellationTokenSource();
        var environment = Task.Run(async () =>
        {
            while (true)
            {
                Aws.Functions.Respond((await Aws.Functions.NextAsync(function, stop.Token)).RequestId, Encoding.UTF8.GetBytes("null"));
            }
        });

        var text = Schedule.Replace("FUNCTION", "mute", StringComparison.Ordinal);
        var stack = await SettledAsync(Aws.CloudFormation.Create("team", Hub, Beijing, StackTemplates.Request(text)));

        // Waited for once to create, and once more to delete what may be there.
        Assert.Equal(("ROLLBACK_FAILED", Start.AddSeconds(300)), (stack.State.Status, Time.GetUtcNow()));
        Assert.StartsWith("CloudFormation did not receive a response from your Custom Resource.", stack["Hours"]?.StatusReason, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => environment);
    }

    private static StackRequest Request(params (string Name, string Value)[] parameters) =>
        StackTemplates.Request(Schedule.Replace("FUNCTION", Stage.FunctionName, StringComparison.Ordinal), parameters);

    private static async Task<LocalStack> SettledAsync(LocalStack stack)
    {
        await stack.Settled.WaitAsync(TimeSpan.FromMinutes(1));
        return stack;
    }

    private async Task<World> StartAsync()
    {
        var stage = new Stage(Options, Time);
        var world = new World(stage, new InProcessFunction(stage, 1, Time, () => 0.5, Stream.Null));
        await stage.SetUpAsync(CancellationToken.None);
        stage.Configure([]);
        return world;
    }

    private sealed record World(Stage Stage, InProcessFunction Function) : IAsyncDisposable
    {
        public IEnumerable<string> Schedules() =>
            Stage.Aws.Dynamo.Table(Stage.ConfigTable).Items.Where(item => item["type"].Text == "schedule").Select(item => item["name"].Text);

        public string Begin(string period) =>
            Stage.Aws.Dynamo.Table(Stage.ConfigTable).Items.Single(item => item["name"].Text == period)["begintime"].Text;

        public ValueTask DisposeAsync() => Function.DisposeAsync();
    }
}

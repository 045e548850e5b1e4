using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Events;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Tests.LocalAws;

namespace InstanceScheduler.Simulator.Tests.Play;

public sealed class StageTests
{
    private readonly VirtualTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_stack_is_the_shipped_template_and_completes_with_the_function()
    {
        var stage = new Stage(new LocalAwsOptions(), _time);
        Assert.Equal("CREATE_IN_PROGRESS", stage.Stack.State.Status);
        Assert.Empty(stage.Aws.Dynamo.Table(stage.ConfigTable).Items);
        await using var function = new InProcessFunction(stage, 1, _time, () => 0.5, Stream.Null);

        await stage.SetUpAsync(CancellationToken.None);

        Assert.Equal(("CREATE_COMPLETE", ShippedTemplates.Hub), (stage.Stack.State.Status, stage.Stack.State.Template?.Template));
        Assert.Equal(stage.ConfigTable, stage.Stack.Output("ConfigurationTable"));
        Assert.Equal(stage.Topic, stage.Aws.Parameters.Find($"/lambdaEnvConfig/{Stage.FunctionName}/ISSUES_TOPIC_ARN")?.Value);
        Assert.Equal(TimeSpan.FromMinutes(5), stage.Aws.Functions.All.Single().Timeout);
        Assert.NotEmpty(stage.Aws.Dynamo.Table(stage.ConfigTable).Items);
    }

    [Fact]
    public void A_wrong_parameter_is_told_at_once()
    {
        var parameters = new Dictionary<string, string> { ["SchedulerFrequency"] = "7" };

        var refused = Record.Exception(() => new Stage(new LocalAwsOptions(), _time, parameters: parameters));

        Assert.Equal("Parameter 'SchedulerFrequency' must be one of AllowedValues", refused?.Message);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("secret-1", true)]
    [InlineData("secret-1", false)]
    public async Task The_role_of_a_managed_account_lets_in_the_schedulers_role_alone(string externalId, bool isScheduler)
    {
        var stage = new Stage(new LocalAwsOptions(), _time);
        var role = stage.AddAccount("210987654321", ("ExternalId", externalId));
        using var handler = stage.Aws.CreateHandler();
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri("http://localaws") };
        if (!isScheduler)
            stage.Aws.Credentials.HubRole = stage.RoleArn + "2";

        var (status, _) = await new SignedForm("sts", "2011-06-15").PostAsync(
            http, "AssumeRole", ("RoleArn", role), ("RoleSessionName", "scheduler"), ("ExternalId", externalId.Length == 0 ? null : externalId));

        Assert.Equal(isScheduler ? 200 : 403, (int)status);
        Assert.Contains("EC2InstanceSchedulerRemote", stage.Aws.Roles.Find(role)!.OwnPolicies.Keys);
    }

    [Theory]
    [InlineData("5", "09:04:59", 0)]
    [InlineData("5", "09:05:00", 1)]
    [InlineData("15", "09:14:00", 0)]
    [InlineData("15", "09:15:00", 1)]
    public async Task Rules_tick_by_their_own_expression(string frequency, string shanghai, int ticks)
    {
        var stage = new Stage(new LocalAwsOptions(), _time, parameters: new Dictionary<string, string> { ["SchedulerFrequency"] = frequency });
        var clock = new RuleClock(stage.Aws);

        _time.AdvanceTo(DateTimeOffset.Parse($"2026-11-23T{shanghai}+08:00", System.Globalization.CultureInfo.InvariantCulture));
        await clock.SendAsync();
        await clock.SendAsync();

        Assert.Equal(ticks, Queued(stage));
    }

    [Fact]
    public async Task A_rule_that_is_disabled_does_not_tick()
    {
        var stage = new Stage(new LocalAwsOptions(), _time, parameters: new Dictionary<string, string> { ["SchedulingActive"] = "No" });
        var clock = new RuleClock(stage.Aws);

        _time.AdvanceBy(TimeSpan.FromHours(1));
        await clock.SendAsync();

        Assert.Equal(0, Queued(stage));
    }

    private static int Queued(Stage stage)
    {
        LambdaFunction function = stage.Aws.Functions.All.Single();
        return function.Queue.Reader.Count;
    }
}

using System.Net;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Tests.LocalAws;
using InstanceScheduler.Simulator.Tests.Report;

namespace InstanceScheduler.Simulator.Tests.Play;

public sealed class ServedStageTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);

    private readonly VirtualTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 0, 52, 30, TimeSpan.Zero));

    [Fact]
    public async Task It_serves_a_complete_stack_with_the_samples_configuration_and_ticks()
    {
        await using var served = await ServedStage.StartAsync(Sample.Week, 0, _time, Stream.Null, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = served.Url };

        var (status, answer) = await new SignedForm("cloudformation", "2010-05-15").PostAsync(http, "DescribeStacks", ("StackName", Stage.StackName));

        Assert.Equal((HttpStatusCode.OK, "CREATE_COMPLETE"), (status, SignedForm.Text(answer, "StackStatus")));
        Assert.Equal(Sample.Week.Config().Items.Count, served.Stage.Aws.Dynamo.Table(served.Stage.ConfigTable).Items.Count);

        using var stop = new CancellationTokenSource();
        var ticked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        served.Stage.Aws.Functions.Began = _ =>
        {
            ticked.TrySetResult();
            stop.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => served.RunAsync(stop.Token));
        await ticked.Task.WaitAsync(LongEnough);
        await served.Stage.Aws.Functions.IdleAsync().WaitAsync(LongEnough);
    }

    [Theory]
    [InlineData("--port", "x", "--port: \"x\" is no port; use 0 to 65535")]
    [InlineData("--port", "65536", "--port: \"65536\" is no port; use 0 to 65535")]
    [InlineData("--sample", "month", "--sample: \"month\" does not exist; use week, fortnight or year")]
    public async Task A_wrong_option_is_told(string option, string value, string message)
    {
        using var errors = new StringWriter();
        using var console = new Consoles(width: 120);

        var code = await new SimulatorCommand(console.Console, errors, _time).RunAsync(["serve", option, value], CancellationToken.None);

        Assert.Equal((2, message), (code, errors.ToString().TrimEnd()));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        await using var other = await new Simulator.LocalAws.LocalAws(new(), _time).ListenAsync(CancellationToken.None);
        using var errors = new StringWriter();
        using var console = new Consoles(width: 120);

        var code = await new SimulatorCommand(console.Console, errors, _time).RunAsync(["serve", "--port", $"{other.Url.Port}"], CancellationToken.None);

        Assert.Equal(2, code);
        Assert.StartsWith($"--port: {other.Url.Port} cannot be used: ", errors.ToString(), StringComparison.Ordinal);
    }
}

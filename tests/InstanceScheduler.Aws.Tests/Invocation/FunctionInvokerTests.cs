using System.Text;
using InstanceScheduler.Aws.Invocation;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Aws.Tests.Invocation;

public sealed class FunctionInvokerTests : AwsTest
{
    private const string Function = "Scheduler-InstanceSchedulerMain";

    public FunctionInvokerTests() => Aws.Functions.Register(Function, TimeSpan.FromMinutes(5));

    [Fact]
    public async Task An_event_is_queued_and_not_waited_for()
    {
        var (status, requestId) = await Invoker(Function).InvokeAsync(Payload, Deadline);

        Assert.Equal(202, status);
        Assert.NotEmpty(requestId);
        Assert.Equal(1, Aws.Calls.Count("lambda", "Invoke"));
    }

    [Fact]
    public async Task Every_attempt_sends_the_whole_event()
    {
        var sent = new List<string>();
        Aws.Faults.BeforeCall = call =>
        {
            sent.Add(Encoding.UTF8.GetString(call.Body.Span));
            return ValueTask.CompletedTask;
        };
        Aws.Faults.Add("lambda", "Invoke", LocalFault.Answer("TooManyRequestsException", 429));
        Aws.Faults.Add("lambda", "Invoke", LocalFault.LoseRequest);

        await Invoker(Function).InvokeAsync(Payload, Deadline);

        Assert.Equal(3, sent.Count);
        Assert.All(sent, body => Assert.Equal(Encoding.UTF8.GetString(Payload.Span), body));
    }

    [Fact]
    public async Task A_throttle_is_waited_out()
    {
        Aws.Faults.Add("lambda", "Invoke", LocalFault.Answer("TooManyRequestsException", 429), times: 2);

        Assert.Equal(202, (await Invoker(Function).InvokeAsync(Payload, Deadline)).Status);
        Assert.Equal(3, Aws.Calls.Count("lambda", "Invoke"));
    }

    [Fact]
    public async Task A_function_that_does_not_exist_is_an_error() =>
        await Assert.ThrowsAnyAsync<Exception>(() => Invoker("Nobody").InvokeAsync(Payload, Deadline));

    private static ReadOnlyMemory<byte> Payload => Encoding.UTF8.GetBytes("""{"action":"scheduler:run","configuration":{"tag_name":"计划"}}""");

    private FunctionInvoker Invoker(string function) => new(Clients.Lambda, function, Retry);
}

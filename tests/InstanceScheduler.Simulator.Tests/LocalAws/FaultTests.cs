using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Calls;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class FaultTests(Transport transport) : LocalAwsTest(transport)
{
    private const string A = "i-0000000a";

    internal override LocalAwsOptions Options => new() { CallsKept = 3 };

    [Fact]
    public async Task A_scripted_error_answers_instead_of_acting()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A });
        Aws.Faults.Add("ec2", "StartInstances", LocalFault.Answer("RequestLimitExceeded", 503, "Request limit exceeded."), times: 2);
        using var ec2 = Ec2();

        for (var i = 0; i < 2; i++)
        {
            var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => Started(ec2));
            Assert.Equal(("RequestLimitExceeded", HttpStatusCode.ServiceUnavailable), (error.ErrorCode, error.StatusCode));
        }

        Assert.Equal(PowerState.Stopped, Aws.Ec2[A].State);
        await Started(ec2);
        Assert.Equal(PowerState.Pending, Aws.Ec2[A].State);
    }

    [Theory]
    [InlineData(true, PowerState.Pending)]
    [InlineData(false, PowerState.Stopped)]
    internal async Task A_broken_connection_hides_whether_the_call_took_effect(bool acts, PowerState expected)
    {
        Aws.Ec2.Add(new LocalInstance { Id = A });
        Aws.Faults.Add("ec2", "StartInstances", acts ? LocalFault.LoseAnswer : LocalFault.LoseRequest);
        using var ec2 = Ec2();

        // Thrown by the SDK as it stands, whichever the transport.
        await Assert.ThrowsAsync<IOException>(() => Started(ec2));

        Assert.Equal(expected, Aws.Ec2[A].State);
        Assert.Equal(acts ? 1 : 0, Aws.Calls.Count("ec2", "StartInstances")); // no retry, and what was lost on the way never came in
    }

    [Theory]
    [InlineData(true, PowerState.Pending)]
    [InlineData(false, PowerState.Stopped)]
    internal async Task An_answer_that_does_not_come_hides_it_too(bool acts, PowerState expected)
    {
        Aws.Ec2.Add(new LocalInstance { Id = A });
        Aws.Faults.Add("ec2", "StartInstances", acts ? LocalFault.TimeOutAfter : LocalFault.TimeOutBefore);
        using var ec2 = Ec2();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Started(ec2));

        Assert.True(AwsFailure.IsTemporary(failure), failure.ToString());
        Assert.Equal(expected, Aws.Ec2[A].State);
    }

    [Fact]
    public async Task Half_an_answer_is_none()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A });
        Aws.Faults.Add("ec2", "StartInstances", LocalFault.CutAnswer);
        Aws.Faults.Add("dynamodb", "ListTables", LocalFault.CutAnswer);
        using var ec2 = Ec2();
        using var dynamo = Dynamo();

        var failures = new[] { await Assert.ThrowsAnyAsync<Exception>(() => Started(ec2)), await Assert.ThrowsAnyAsync<Exception>(() => dynamo.ListTablesAsync()) };

        Assert.All(failures, failure => Assert.True(AwsFailure.IsTemporary(failure), failure.ToString()));
        Assert.Equal(PowerState.Pending, Aws.Ec2[A].State);
        await dynamo.ListTablesAsync();
    }

    [Theory]
    [InlineData(true, PowerState.Pending)]
    [InlineData(false, PowerState.Stopped)]
    internal async Task A_killed_caller_reaches_nobody_any_more(bool acts, PowerState expected)
    {
        Aws.Ec2.Add(new LocalInstance { Id = A });
        Aws.Faults.Add("ec2", "StartInstances", acts ? LocalFault.KillAfter : LocalFault.KillBefore);
        using var ec2 = Ec2();

        var call = Started(ec2);
        await Death;
        var calls = Aws.Calls.Count("ec2");
        var next = ec2.DescribeInstancesAsync(new DescribeInstancesRequest());

        // In process nothing ever comes back; over loopback the connection breaks.
                Assert.False(call.IsCompletedSuccessfully || next.IsCompletedSuccessfully);
        Assert.Equal(expected, Aws.Ec2[A].State);
        Assert.Equal(calls, Aws.Calls.Count("ec2"));
    }

    [Fact]
    public void Chance_is_the_same_for_the_same_seed_and_strikes_as_often_as_it_is_told()
    {
        var calls = Enumerable.Range(0, 20_000).Select(number => (
            Part: $"part {number % 100}",
            Call: new CallRequest(number, new CallScope("123456789012", Beijing, number % 2 == 0 ? "ec2" : "dynamodb"), $"Operation{number % 7}", [], default))).ToList();

        var faults = Roll(seed: 5);

        Assert.Equal(faults, Roll(seed: 5));
        Assert.NotEqual(faults, Roll(seed: 6));
        Assert.InRange(faults.Count(fault => fault is { Ending: not FaultEnding.Kill }), 1_800, 2_200);
        Assert.InRange(faults.Count(fault => fault is { Ending: FaultEnding.Kill }), 140, 260);
        Assert.Equal(Enum.GetValues<FaultEnding>(), faults.OfType<LocalFault>().Select(fault => fault.Ending).Distinct().Order());

        List<LocalFault?> Roll(int seed)
        {
            var random = new RandomFaults(seed, share: 0.1, kills: 0.01);
            return [.. calls.Select(call => random.For(call.Part, call.Call))];
        }
    }

    [Fact]
    public void The_fate_of_a_call_does_not_hang_on_those_beside_it()
    {
        var calls = Enumerable.Range(0, 200)
            .Select(number => new CallRequest(number, new CallScope("123456789012", Beijing, "rds"), "StartDBInstance", [$"db-{number}"], default)).ToList();

        Assert.Equal(Fates(calls), Fates(calls.AsEnumerable().Reverse()).Reverse());

        static IReadOnlyList<LocalFault?> Fates(IEnumerable<CallRequest> calls)
        {
            var random = new RandomFaults(seed: 5, share: 0.3, kills: 0.1);
            return [.. calls.Select(call => random.For("part", call))];
        }
    }

    [Fact]
    public async Task Hooks_run_round_a_call_and_see_what_it_did()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A });
        var seen = new List<string>();
        Aws.Faults.BeforeCall = call =>
        {
            seen.Add($"before {call.Operation} {string.Join(',', call.Resources)} {Aws.Ec2[A].State}");
            return ValueTask.CompletedTask;
        };
        Aws.Faults.AfterCall = async call =>
        {
            await Task.Yield();
            seen.Add($"after {call.Operation} {call.ItemCount} {Aws.Ec2[A].State}");
        };
        using var ec2 = Ec2();

        await Started(ec2);

        Assert.Equal(["before StartInstances i-0000000a Stopped", "after StartInstances 1 Pending"], seen);
    }

    [Fact]
    public async Task A_hook_that_throws_after_the_call_loses_its_answer()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A });
        Aws.Faults.AfterCall = _ => throw new AnswerLostException("StartInstances");
        using var ec2 = Ec2();

        await Assert.ThrowsAnyAsync<Exception>(() => Started(ec2));

        Assert.Equal(PowerState.Pending, Aws.Ec2[A].State);
    }

    [Fact]
    public async Task Calls_are_recorded_the_latest_in_full_and_all_as_totals()
    {
        Aws.Credentials["AKIDOTHER"] = "210987654321";
        using var hub = Ec2();
        using var other = Ec2("AKIDOTHER", Ningxia);
        for (var i = 0; i < 5; i++)
        {
            await hub.DescribeInstancesAsync(new DescribeInstancesRequest());
        }

        await Assert.ThrowsAsync<AmazonEC2Exception>(() => Started(other));

        Assert.Equal(3, Aws.Calls.Latest.Length);
        var last = Aws.Calls.Last();
        Assert.Equal(
            ("210987654321", Ningxia, "ec2", "StartInstances", "InvalidInstanceID.NotFound", A, Start),
            (last.Account, last.Region, last.Service, last.Operation, last.ErrorCode, last.Resources.Single(), last.Time));
        Assert.Equal((6, 5), (Aws.Calls.Count("ec2"), Aws.Calls.Count("ec2", "DescribeInstances")));
        Aws.Calls.Clear();
        Assert.Equal((0, 0), (Aws.Calls.Count("ec2"), Aws.Calls.Latest.Length));
    }

    [Fact]
    public async Task A_region_that_does_not_exist_knows_nobody()
    {
        using var ec2 = Ec2(region: "cn-south-1");
        using var ssm = Ssm(region: "cn-south-1");

        var ec2Error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeInstancesAsync(new DescribeInstancesRequest()));
        var ssmError = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => ssm.GetParameterAsync(new() { Name = "/a" }));

        Assert.Equal(("AuthFailure", "UnrecognizedClientException"), (ec2Error.ErrorCode, ssmError.ErrorCode));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Forbidden, "<Code>MissingAuthenticationToken</Code>")]
    [InlineData("DynamoDB_20120810.ListTables", HttpStatusCode.BadRequest, "MissingAuthenticationTokenException")]
    public async Task An_unsigned_request_is_refused(string? target, HttpStatusCode status, string expected)
    {
        using var http = Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("Action=DescribeInstances") };
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        using var response = await http.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Action=RebootInstances", "<Code>InvalidAction</Code>")]
    [InlineData("", "<Code>MissingAction</Code>")]
    public async Task What_is_not_understood_is_refused(string form, string expected)
    {
        using var http = Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(form) };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDHUB/20261123/cn-north-1/ec2/aws4_request, SignedHeaders=host, Signature=0");

        using var response = await http.SendAsync(request);

        Assert.Contains(expected, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dynamodb", "DynamoDB_20120810.TransactGetItems", "{}", "UnknownOperationException")]
    [InlineData("dynamodb", "DynamoDB_20120810.GetItem", """{"TableName":5}""", "SerializationException")]
    [InlineData("dynamodb", "DynamoDB_20120810.GetItem", "no json", "SerializationException")]
    [InlineData("ssm", "AmazonSSM.GetParameter", """{"Name":["a"]}""", "SerializationException")]
    [InlineData("sqs", "", "", "The service 'sqs' is not simulated; known are")]
    public async Task A_json_request_that_is_not_understood_is_refused(string service, string target, string body, string expected)
    {
        using var http = Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body) };
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=AKIDHUB/20261123/cn-north-1/{service}/aws4_request, SignedHeaders=host, Signature=0");

        using var response = await http.SendAsync(request);

        Assert.False(response.IsSuccessStatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<StartInstancesResponse> Started(AmazonEC2Client ec2) => ec2.StartInstancesAsync(new StartInstancesRequest([A]));
}

public sealed class FaultInProcessTests() : FaultTests(Transport.InProcess);

public sealed class FaultLoopbackTests() : FaultTests(Transport.Loopback);

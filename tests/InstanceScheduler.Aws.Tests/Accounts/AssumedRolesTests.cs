using System.Text;
using Amazon.EC2.Model;
using Amazon.Runtime;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services.Ec2.Listing;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Sts;
using Microsoft.Extensions.Time.Testing;

namespace InstanceScheduler.Aws.Tests.Accounts;

public sealed class AssumedRolesTests : AwsTest
{
    private const string Other = "222222222222";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _realClock = new();
    private readonly RecordingLogger _log = new();
    private readonly RoleArn _role;
    private readonly AssumedRoles _roles;

    public AssumedRolesTests()
    {
        _role = Add("Scheduler", Other);
        _roles = new AssumedRoles(() => Clients.Sts, _realClock);
    }

    [Fact]
    public async Task A_roles_clients_act_in_its_account_and_the_functions_own_go_on()
    {
        Aws.Ec2.Add(new LocalInstance { Id = "i-0000000a" });
        Aws.Ec2.Add(new LocalInstance { Id = "i-0000000b", Account = Other, Region = "cn-northwest-1" });

        var clients = Clients.As(await AssumeAsync());

        Assert.Equal("i-0000000b", await OnlyInstanceAsync(clients.Ec2("cn-northwest-1")));
        Assert.Equal("i-0000000a", await OnlyInstanceAsync(Clients.Ec2(Region)));
        Assert.Equal($"arn:aws-cn:sts::{Other}:assumed-role/Scheduler/ec2-scheduler-{Other}", (await clients.Sts.GetCallerIdentityAsync(new())).Arn);
    }

    [Fact]
    public async Task Runs_at_the_same_time_share_one_call()
    {
        var gate = new TaskCompletionSource();
        Aws.Faults.BeforeCall = call => call.Operation == "AssumeRole" ? new ValueTask(gate.Task) : ValueTask.CompletedTask;

        var runs = Enumerable.Range(0, 20).Select(_ => AssumeAsync()).ToList();
        gate.SetResult();
        var credentials = await Task.WhenAll(runs);

        Assert.Single(credentials.Distinct());
        Assert.Equal(1, Calls);
    }

    // The run lasts 5 minutes at the most.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(54, 1)]
    [InlineData(55, 2)]
    [InlineData(61, 2)]
    public async Task A_role_is_assumed_once_as_long_as_its_credentials_last_to_the_end_of_a_run(int minutes, int calls)
    {
        await AssumeAsync();
        _realClock.Advance(minutes * Minute);
        await AssumeAsync();
        await AssumeAsync();

        Assert.Equal(calls, Calls);
    }

    [Fact]
    public async Task Roles_have_credentials_of_their_own()
    {
        var another = Add("Scheduler", "333333333333");

        var one = await AssumeAsync();
        var other = await AssumeAsync(another);

        Assert.NotEqual(one.GetCredentials().AccessKey, other.GetCredentials().AccessKey);
        Assert.Equal(2, Calls);
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        Aws.Roles.Change(_role.Text, role => role with { TrustedAccounts = [] });
        Assert.Equal("AccessDenied", (await Assert.ThrowsAnyAsync<AmazonServiceException>(() => AssumeAsync())).ErrorCode);
        Aws.Roles.Change(_role.Text, role => role with { TrustedAccounts = [Account] });

        Assert.NotNull((await AssumeAsync()).Current);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("secret-1", "secret-1", true)]
    [InlineData("secret-1", null, false)]
    [InlineData("secret-1", "secret-2", false)]
    public async Task An_external_id_goes_along(string? required, string? given, bool works)
    {
        Aws.Roles.Change(_role.Text, role => role with { ExternalId = required });

        var failure = await Record.ExceptionAsync(() => _roles.AssumeAsync(_role, new SessionRequest("ec2-scheduler-1", given), Retry, Deadline));

        Assert.Equal(works, failure is null);
    }

    [Fact]
    public async Task Credentials_that_end_are_renewed_and_the_call_made_once_more()
    {
        Aws.Ec2.Add(new LocalInstance { Id = "i-0000000b", Account = Other });
        var credentials = await AssumeAsync();
        var ec2 = Clients.As(credentials).Ec2(Region);
        var retry = new AwsRetry(RetrySettings.Default, Time, () => 0.5, _log).With(credentials);
        // On AWS's clock they have ended, on ours not.
        Time.AdvanceBy(61 * Minute);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            retry.ExecuteAsync("DescribeInstances", token => ec2.DescribeInstancesAsync(new DescribeInstancesRequest(), token), Deadline)));

        Assert.All(answers, answer => Assert.Single(answer.Reservations));
        Assert.Equal(2, Calls);
        Assert.InRange(Aws.Calls.Count("ec2"), 9, 16);
        Assert.Contains(_log.Lines, line => line.StartsWith("Information CredentialsRenewed: DescribeInstances failed with RequestExpired", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.Contains(credentials.GetCredentials().Token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ExpiredToken", 1, true)]
    [InlineData("ExpiredTokenException", 1, true)]
    [InlineData("RequestExpired", 1, true)]
    [InlineData("RequestExpired", 2, false)]
    [InlineData("UnauthorizedOperation", 1, false)]
    public async Task Only_an_expiry_is_tried_again_and_only_once(string code, int times, bool works)
    {
        var credentials = await AssumeAsync();
        var ec2 = Clients.As(credentials).Ec2(Region);
        Aws.Faults.Add("ec2", "DescribeInstances", LocalFault.Answer(code), times);

        var failure = await Record.ExceptionAsync(() => Retry.With(credentials).ExecuteAsync(
            "DescribeInstances", token => ec2.DescribeInstancesAsync(new DescribeInstancesRequest(), token), Deadline));

        Assert.Equal(works, failure is null);
        Assert.Equal(code == "UnauthorizedOperation" ? 1 : 2, Aws.Calls.Count("ec2"));
    }

    [Fact]
    public async Task The_functions_own_credentials_are_not_renewed_here()
    {
        Aws.Faults.Add("ec2", "DescribeInstances", LocalFault.Answer("RequestExpired"));

        await Assert.ThrowsAnyAsync<AmazonServiceException>(() => Retry.ExecuteAsync(
            "DescribeInstances", token => Clients.Ec2(Region).DescribeInstancesAsync(new DescribeInstancesRequest(), token), Deadline));
        Assert.Equal(0, Calls);
    }

    [Fact]
    public async Task Only_what_AWS_refuses_counts_as_refused()
    {
        var denied = new RoleArn($"arn:aws-cn:iam::{Other}:role/nobody", "aws-cn", Other);
        var unanswered = Add("Unanswered", "444444444444");
        Aws.Faults.Add(call => call.Resources.Contains(unanswered.Text) ? LocalFault.Answer("ServiceUnavailable", 503) : null);
        using var brief = new RunDeadline(TimeSpan.FromSeconds(5), Time, CancellationToken.None);

        var refused = await _roles.FindRefusedAsync([.. new[] { _role, denied, unanswered }.Select(role => (role, Session(role)))], 32, Retry, brief);

        Assert.Equal(denied, Assert.Single(refused).Role);
        Assert.Equal(3, Calls);
    }

    [Fact]
    public async Task A_thousand_roles_are_asked_for_no_more_than_so_many_at_once()
    {
        var (now, most) = (0, 0);
        Aws.Faults.BeforeCall = async _ =>
        {
            var count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            await Task.Yield();
            Interlocked.Decrement(ref now);
        };
        var roles = Enumerable.Range(0, 1000).Select(number => Add("r", $"{500_000_000_000 + number}")).ToList();

        Assert.Empty(await _roles.FindRefusedAsync([.. roles.Select(role => (role, Session(role)))], 8, Retry, Deadline));
        Assert.Equal(1000, Calls);
        Assert.InRange(most, 1, 8);
    }

    [Fact]
    public async Task It_is_asked_as_agreed()
    {
        string? body = null;
        Aws.Faults.BeforeCall = call =>
        {
            body = Encoding.UTF8.GetString(call.Body.Span);
            return ValueTask.CompletedTask;
        };

        await _roles.AssumeAsync(_role, new SessionRequest(_role.SessionName("rds"), "id-1"), Retry, Deadline);

        Assert.Contains($"RoleSessionName=rds-scheduler-{Other}", body, StringComparison.Ordinal);
        Assert.Contains("ExternalId=id-1", body, StringComparison.Ordinal);
        Assert.Contains("DurationSeconds=3600", body, StringComparison.Ordinal);
        Assert.Equal((Region, Account), (Aws.Calls.Single().Region, Aws.Calls.Single().Account));
    }

    private long Calls => Aws.Calls.Count("sts", "AssumeRole");

    private RoleArn Add(string name, string account) => RoleArn.TryParse(Aws.Roles.Add(new LocalRole { Name = name, Account = account }))!;

    private async Task<RoleCredentials> AssumeAsync(RoleArn? role = null)
    {
        using var run = new RunDeadline(5 * Minute, Time, CancellationToken.None);
        return await _roles.AssumeAsync(role ?? _role, Session(role ?? _role), Retry, run);
    }

    private static SessionRequest Session(RoleArn role) => new(role.SessionName("ec2"), ExternalId: null);

    private static async Task<string> OnlyInstanceAsync(Ec2Client client) =>
        (await client.DescribeInstancesAsync(new DescribeInstancesRequest())).Reservations.Single().Instances.Single().InstanceId;

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; seen < value; seen = most)
            if (Interlocked.CompareExchange(ref most, value, seen) == seen)
                return;
    }
}

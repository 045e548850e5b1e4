using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using PowerState = InstanceScheduler.Aws.Services.PowerState;

namespace InstanceScheduler.Aws.Tests.Services.Ec2;

public sealed class FailedStartTests : Ec2Test
{
    private const string KeyError = "Client.InternalError";
    private const string Key = "arn:aws-cn:kms:cn-north-1:123456789012:key/11111111-2222-3333-4444-555555555555";
    private const string OtherKey = "arn:aws-cn:kms:cn-north-1:210987654321:key/99999999-2222-3333-4444-555555555555";

    [Fact]
    public async Task A_key_that_the_role_may_not_use_is_named_with_what_to_allow()
    {
        AddEncrypted(1, Key);
        AddEncrypted(2, OtherKey);
        AddEncrypted(3, Key);

        var problems = await ExplainAsync(await FallBackAsync());

        Assert.Equal([[IdOf(1), IdOf(3)], [IdOf(2)]], problems.Select(problem => problem.Ids));
        Assert.All(problems, problem => Assert.Equal(("StartFellBack", true), (problem.Code, problem.IsStanding)));
        Assert.Equal("started, and fell back to stopped: Client.InternalError: Client error on launch", problems[0].Message);
        Assert.All((string[])[Key, "kms:CreateGrant", "kms:GrantIsForAWSResource", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncrypt*"],
            part => Assert.Contains(part, problems[0].Remedy, StringComparison.Ordinal));
        Assert.Contains(OtherKey, problems[1].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_encrypted_volume_it_is_no_key()
    {
        AddEncrypted(1, key: null);

        Assert.Contains("a key is not the cause", Assert.Single(await ExplainAsync(await FallBackAsync())).Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UnauthorizedOperation", 403)]
    [InlineData("RequestLimitExceeded", 503)]
    [InlineData("InternalError", 500)]
    [InlineData("NeverHeardOf", 400)]
    [InlineData(null, 0)]
    public async Task Where_volumes_cannot_be_looked_up_the_remedy_does_without_a_name(string? code, int status)
    {
        AddEncrypted(1, Key);
        var instances = await FallBackAsync();
        Aws.Faults.Add(call => call.Operation == "DescribeVolumes" ? code is null ? LocalFault.LoseAnswer : LocalFault.Answer(code, status) : null);
        using var minute = Minute();

        var problem = Assert.Single(await Service.ExplainFailedStartsAsync(instances, minute));

        Assert.Contains("kms:CreateGrant", problem.Remedy, StringComparison.Ordinal);
        Assert.Contains($"DescribeVolumes failed with {code ?? "NetworkError"}", problem.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("arn:", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_of_time_nothing_is_thrown()
    {
        using var over = new RunDeadline(TimeSpan.Zero, Time, CancellationToken.None);

        Assert.Single(await Service.ExplainFailedStartsAsync([FellBack(1, KeyError)], over));
    }

    [Fact]
    public async Task A_few_hundred_are_looked_up_in_a_few_calls()
    {
        for (var number = 1; number <= 450; number++)
            AddEncrypted(number, Key);

        var problem = Assert.Single(await ExplainAsync([.. Enumerable.Range(1, 450).Select(number => FellBack(number, KeyError))]));

        Assert.Equal(450, problem.Ids.Length);
        Assert.Equal(3, CallsOf("DescribeVolumes"));
    }

    [Fact]
    public async Task Volumes_are_looked_up_only_where_keys_may_be_the_cause()
    {
        await ExplainAsync([FellBack(1, "Server.InsufficientInstanceCapacity")]);
        Assert.Empty(await ExplainAsync([]));

        Assert.Equal(0, CallsOf("DescribeVolumes"));
    }

    [Theory]
    [InlineData("Client.VolumeLimitExceeded", "EBS quota", true)]
    [InlineData("Client.InvalidSnapshot.NotFound", "snapshot", true)]
    [InlineData("Client.LicenseLimitExceeded", "License Manager", true)]
    [InlineData("Server.InsufficientInstanceCapacity", "another type or zone", false)]
    [InlineData("Server.SpotInstanceShutdown", "Spot", false)]
    [InlineData("Server.SpotInstanceTermination", "Spot", false)]
    [InlineData("Server.InternalError", "fault inside AWS", false)]
    [InlineData("Server.ScheduledStop", "hardware", false)]
    [InlineData("Client.InstanceTerminated", "image", false)]
    [InlineData("Client.NeverHeardOf", "by hand", false)]
    [InlineData(null, "by hand", false)]
    public async Task Each_code_has_its_remedy(string? code, string remedy, bool isStanding)
    {
        var problem = Assert.Single(await ExplainAsync([FellBack(1, code), FellBack(2, code)]));

        Assert.Equal(("StartFellBack", 2, isStanding), (problem.Code, problem.Ids.Length, problem.IsStanding));
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
        Assert.Contains(code ?? "no reason", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cause_behind_an_internal_error_has_its_own_remedy()
    {
        var fellBack = FellBack(1, "Server.InternalError") with { StateReasonMessage = "Client.VolumeLimitExceeded: Volume limit exceeded" };
        Assert.Contains("EBS quota", Assert.Single(await ExplainAsync([fellBack])).Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Server.X", "Server.X: Words.", ": Server.X: Words.")]
    [InlineData("Server.X", "Words.", ": Server.X: Words.")]
    [InlineData("Server.X", null, ": Server.X")]
    [InlineData(null, "Words.", ": Words.")]
    [InlineData(null, null, ", AWS gives no reason")]
    public async Task It_tells_AWS_words(string? code, string? words, string expected) =>
        Assert.Equal("started, and fell back to stopped" + expected,
            Assert.Single(await ExplainAsync([FellBack(1, code) with { StateReasonMessage = words }])).Message);

    [Fact]
    public async Task Each_cause_is_one_problem()
    {
        AddEncrypted(1, Key);
        AddEncrypted(2, key: null);

        var problems = await ExplainAsync(
            [FellBack(1, KeyError), FellBack(3, "Server.InternalError"), FellBack(2, KeyError), FellBack(4, "Client.VolumeLimitExceeded"), FellBack(5, "Server.InternalError")]);

        Assert.Equal([[IdOf(1)], [IdOf(2)], [IdOf(3), IdOf(5)], [IdOf(4)]], problems.Select(problem => problem.Ids));
    }

    private static ManagedInstance FellBack(int number, string? code) => Stated(IdOf(number), PowerState.Stopped) with { StateReason = code };

    private void AddEncrypted(int number, string? key) =>
        Aws.Ec2.Add(new LocalInstance { Id = IdOf(number), Tags = Tags((Tag, "office")), KmsKeyId = key, FallsBack = KeyError });

    /// <summary>Starts everything; lists it when it has fallen back.</summary>
    private async Task<ImmutableArray<ManagedInstance>> FallBackAsync()
    {
        await StartAsync([.. (await ListAsync()).Select(instance => instance.Id)], Deadline);
        Time.AdvanceBy(TimeSpan.FromHours(1));
        return await ListAsync();
    }

    private Task<ImmutableArray<Problem>> ExplainAsync(ImmutableArray<ManagedInstance> instances) => Service.ExplainFailedStartsAsync(instances, Deadline);
}

using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SimpleSystemsManagement;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Hosting;
using InstanceScheduler.Simulator.LocalAws.Sts;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class StsTests(Transport transport) : LocalAwsTest(transport)
{
    private const string Other = "210987654321";
    private const string Role = "arn:aws-cn:iam::210987654321:role/scheduler/remote";
    private const string Session = "ec2-scheduler-210987654321";

    [Fact]
    public async Task An_assumed_role_acts_in_its_own_account()
    {
        Aws.Ec2.Add(new LocalInstance { Id = "i-0000000a" });
        Aws.Ec2.Add(new LocalInstance { Id = "i-0000000b", Account = Other });
        Aws.Parameters.Put("/app/a", "theirs", account: Other);
        var arn = AddRole();
        using var sts = Sts();

        var answer = await Assumed(sts);
        using var ec2 = new AmazonEC2Client(answer.Credentials, Wired(new AmazonEC2Config(), Beijing));
        using var ssm = new AmazonSimpleSystemsManagementClient(
            answer.Credentials, Wired(new AmazonSimpleSystemsManagementConfig(), Beijing));
        var instances = await ec2.DescribeInstancesAsync(new DescribeInstancesRequest());
        var parameter = await ssm.GetParameterAsync(new() { Name = "/app/a" });

        Assert.Equal(Role, arn);
        Assert.Equal("i-0000000b", Assert.Single(Assert.Single(instances.Reservations).Instances).InstanceId);
        Assert.Equal("theirs", parameter.Parameter.Value);
        Assert.Equal($"arn:aws-cn:sts::{Other}:assumed-role/remote/{Session}", answer.AssumedRoleUser.Arn);
        Assert.Matches($"^AROA[A-Z0-9]{{17}}:{Session}$", answer.AssumedRoleUser.AssumedRoleId);
        Assert.Matches("^ASIA[A-Z2-7]{16}$", answer.Credentials.AccessKeyId);
        Assert.Equal(Start.AddHours(1).UtcDateTime, answer.Credentials.Expiration!.Value.ToUniversalTime());
        Assert.Equal(Other, Aws.Credentials[answer.Credentials.AccessKeyId]);
        Assert.Equal((Role, Hub), (Aws.Calls.First().Resources.Single(), Aws.Calls.First().Account));
    }

    [Fact]
    public async Task A_caller_learns_who_it_is()
    {
        AddRole();
        using var sts = Sts();
        var answer = await Assumed(sts);
        using var assumed = Sts(answer.Credentials);

        var own = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());
        var theirs = await assumed.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        Assert.Equal((Hub, $"arn:aws-cn:sts::{Hub}:assumed-role/scheduler-role/ec2-scheduler-{Hub}"), (own.Account, own.Arn));
        Assert.Equal(
            (Other, answer.AssumedRoleUser.Arn, answer.AssumedRoleUser.AssumedRoleId), (theirs.Account, theirs.Arn, theirs.UserId));
    }

    [Theory]
    [InlineData(899, true)]
    [InlineData(900, false)]
    public async Task Credentials_end_at_their_expiration(int seconds, bool works)
    {
        AddRole();
        Aws.Dynamo.Create("Table", "key");
        using var sts = Sts();
        var answer = await Assumed(sts, r => r.DurationSeconds = 900);
        using var ec2 = new AmazonEC2Client(answer.Credentials, Wired(new AmazonEC2Config(), Beijing));
        using var dynamo = new AmazonDynamoDBClient(answer.Credentials, Wired(new AmazonDynamoDBConfig(), Beijing));
        using var again = Sts(answer.Credentials);

        Time.AdvanceBy(TimeSpan.FromSeconds(seconds));

        Assert.Equal(works ? null : "RequestExpired 400", await Refusal(ec2.DescribeInstancesAsync(new DescribeInstancesRequest())));
        Assert.Equal(works ? null : "ExpiredTokenException 400", await Refusal(dynamo.ListTablesAsync()));
        Assert.Equal(works ? null : "ExpiredToken 403", await Refusal(again.GetCallerIdentityAsync(new GetCallerIdentityRequest())));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another")]
    public async Task A_temporary_key_needs_its_token(string? token)
    {
        AddRole();
        using var sts = Sts();
        var key = (await Assumed(sts)).Credentials.AccessKeyId;
        AWSCredentials credentials = token is null ? LocalClientConfig.CredentialsOf(key) : new SessionAWSCredentials(key, "secret", token);
        using var ec2 = new AmazonEC2Client(credentials, Wired(new AmazonEC2Config(), Beijing));
        using var dynamo = new AmazonDynamoDBClient(credentials, Wired(new AmazonDynamoDBConfig(), Beijing));
        using var again = Sts(credentials);

        Assert.Equal("AuthFailure 401", await Refusal(ec2.DescribeInstancesAsync(new DescribeInstancesRequest())));
        Assert.Equal("UnrecognizedClientException 400", await Refusal(dynamo.ListTablesAsync()));
        Assert.Equal("InvalidClientTokenId 403", await Refusal(again.GetCallerIdentityAsync(new GetCallerIdentityRequest())));
    }

    [Theory]
    [InlineData(Role, Hub, null, null, true)]
    [InlineData(Role, "999999999999," + Hub, null, null, true)]
    [InlineData(Role, "999999999999", null, null, false)]
    [InlineData(Role, "", null, null, false)]
    [InlineData(Role, Hub, "secret-1", "secret-1", true)]
    [InlineData(Role, Hub, "secret-1", "secret-2", false)]
    [InlineData(Role, Hub, "secret-1", null, false)]
    [InlineData(Role, Hub, null, "not-asked-for", true)]
    [InlineData("arn:aws-cn:iam::210987654321:role/remote", Hub, null, null, false)] // the path is part of the name
    [InlineData("arn:aws:iam::210987654321:role/scheduler/remote", Hub, null, null, false)]
    [InlineData("arn:aws-cn:iam::999999999999:role/scheduler/remote", Hub, null, null, false)]
    public async Task A_role_is_for_those_it_trusts(string arn, string trusted, string? required, string? given, bool works)
    {
        AddRole(r => r with { TrustedAccounts = trusted.Split(',', StringSplitOptions.RemoveEmptyEntries), ExternalId = required });
        using var sts = Sts();

        var error = await Record.ExceptionAsync(() => Assumed(sts, r => (r.RoleArn, r.ExternalId) = (arn, given)));

        Assert.Equal(works ? null : "AccessDenied", (error as AmazonServiceException)?.ErrorCode);
        if (!works)
        {
            Assert.Equal(
                $"User: arn:aws-cn:sts::{Hub}:assumed-role/scheduler-role/ec2-scheduler-{Hub} " +
                $"is not authorized to perform: sts:AssumeRole on resource: {arn}",
                error!.Message);
        }
    }

    [Fact]
    public async Task Trust_can_be_withdrawn_and_a_session_outlives_its_role()
    {
        var arn = AddRole();
        using var sts = Sts();
        using var assumed = Sts((await Assumed(sts)).Credentials);

        Aws.Roles.Change(arn, r => r with { TrustedAccounts = [] });
        Assert.Equal("AccessDenied 403", await Refusal(Assumed(sts)));
        Aws.Roles.Change(arn, r => r with { TrustedAccounts = [Hub] });
        Assert.Null(await Refusal(Assumed(sts)));
        Assert.True(Aws.Roles.Remove(arn));
        Assert.Equal("AccessDenied 403", await Refusal(Assumed(sts)));

        Assert.Null(await Refusal(assumed.GetCallerIdentityAsync(new GetCallerIdentityRequest())));
    }

    [Theory]
    [InlineData("RoleSessionName", "x", "constraint: Member must have length greater than or equal to 2")]
    [InlineData("RoleSessionName", "65", "constraint: Member must have length less than or equal to 64")]
    [InlineData("RoleSessionName", "a b", @"Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    [InlineData("RoleSessionName", "ab\n", @"Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    [InlineData("RoleSessionName", "会话", @"Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    [InlineData("RoleSessionName", null, "Value null at 'roleSessionName'")]
    [InlineData("RoleArn", null, "Value null at 'roleArn'")]
    [InlineData("RoleArn", "arn:aws-cn:iam::1", "Member must have length greater than or equal to 20")]
    [InlineData("RoleArn", "arn:aws-cn:iam::210987654321:user/remote", "arn:aws-cn:iam::210987654321:user/remote is invalid")]
    [InlineData("ExternalId", "x", "Member must have length greater than or equal to 2")]
    [InlineData("ExternalId", "a b", @"Member must satisfy regular expression pattern: [\w+=,.@:\/-]*")]
    [InlineData("DurationSeconds", "899", "Member must have value greater than or equal to 900")]
    [InlineData("DurationSeconds", "43201", "Member must have value less than or equal to 43200")]
    [InlineData("DurationSeconds", "3601", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")]
    public async Task A_request_beyond_the_rules_is_refused(string member, string? value, string expected)
    {
        AddRole();
        using var http = Http();
        var members = new Dictionary<string, string?> { ["RoleArn"] = Role, ["RoleSessionName"] = Session, [member] = value };
        if (value == "65")
        {
            members[member] = new string('s', 65);
        }

        var (status, answer) = await new SignedForm("sts", "2011-06-15")
            .PostAsync(http, "AssumeRole", [.. members.Select(m => (m.Key, m.Value))]);

        Assert.Equal((400, "ValidationError"), ((int)status, SignedForm.Text(answer, "Code")));
        Assert.Contains(expected, SignedForm.Text(answer, "Message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_session_is_for_roles_that_allow_it_and_not_for_chains()
    {
        AddRole(r => r with { MaxSessionDuration = TimeSpan.FromHours(12), TrustedAccounts = [Hub, Other] });
        using var sts = Sts();

        var first = await Assumed(sts, r => r.DurationSeconds = 43_200);
        using var chained = Sts(first.Credentials);
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => Assumed(chained, r => r.DurationSeconds = 3601));
        var second = await Assumed(chained, r => r.DurationSeconds = 3600);

        Assert.Equal(Start.AddHours(12).UtcDateTime, first.Credentials.Expiration!.Value.ToUniversalTime());
        Assert.Contains("1 hour session limit for roles assumed by role chaining", error.Message, StringComparison.Ordinal);
        Assert.NotEqual(first.Credentials.AccessKeyId, second.Credentials.AccessKeyId);
    }

    [Fact]
    public void A_role_exists_once_and_has_a_proper_name()
    {
        AddRole();
        Assert.Throws<ArgumentException>(() => AddRole());
        Assert.Throws<ArgumentException>(() => AddRole(r => r with { Name = "no blanks" }));
        Assert.Throws<ArgumentException>(() => AddRole(r => r with { Path = "no-slash" }));
        Assert.Throws<KeyNotFoundException>(() => Aws.Roles.Change("arn:aws-cn:iam::1:role/x", r => r));
        Assert.False(Aws.Roles.Remove("arn:aws-cn:iam::1:role/x"));
    }

    private string AddRole(Func<LocalRole, LocalRole>? edit = null)
    {
        var role = new LocalRole { Name = "remote", Account = Other, Path = "/scheduler/" };
        return Aws.Roles.Add(edit?.Invoke(role) ?? role);
    }

    private AmazonSecurityTokenServiceClient Sts(AWSCredentials? credentials = null) =>
        new(credentials ?? LocalClientConfig.HubCredentials, Wired(new AmazonSecurityTokenServiceConfig(), Beijing));

    private static Task<AssumeRoleResponse> Assumed(AmazonSecurityTokenServiceClient sts, Action<AssumeRoleRequest>? edit = null)
    {
        var request = new AssumeRoleRequest { RoleArn = Role, RoleSessionName = Session };
        edit?.Invoke(request);
        return sts.AssumeRoleAsync(request);
    }

    private static async Task<string?> Refusal(Task call) =>
        await Record.ExceptionAsync(() => call) is AmazonServiceException e ? $"{e.ErrorCode} {(int)e.StatusCode}" : null;
}

public sealed class StsInProcessTests() : StsTests(Transport.InProcess);

public sealed class StsLoopbackTests() : StsTests(Transport.Loopback);

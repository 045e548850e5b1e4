using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Simulator.LocalAws.Faults;
using Moq;
using ParameterType = InstanceScheduler.Simulator.LocalAws.Ssm.ParameterType;

namespace InstanceScheduler.Aws.Tests.Accounts;

public sealed class ManagedAccountsTests : AwsTest
{
    private const string A = "arn:aws-cn:iam::222222222222:role/a";
    private const string B = "arn:aws-cn:iam::333333333333:role/b";
    private const string Z = "arn:aws-cn:iam::222222222222:role/z";
    private const string Own = $"arn:aws-cn:iam::{Account}:role/own";

    private readonly ManagedAccounts _accounts;

    public ManagedAccountsTests() => _accounts = new ManagedAccounts(new RoleParameters(() => Clients.Ssm, Time), Region);

    // Entries are separated by bars, accounts as "id" or "id by role".
    [Theory]
    [InlineData(true, "", Account)]
    [InlineData(false, "", "")]
    [InlineData(true, A, $"{Account} | 222222222222 by {A}")]
    [InlineData(false, $"{B}|{A}", $"222222222222 by {A} | 333333333333 by {B}")]
    [InlineData(true, $" {A} |{A}", $"{Account} | 222222222222 by {A}")]
    [InlineData(true, "{param:ONE}|{param:LIST}", $"{Account} | 222222222222 by {A} | 333333333333 by {B}")]
    [InlineData(false, "{param:ONE}{param:LIST}", $"222222222222 by {A} | 333333333333 by {B}")]
    [InlineData(false, "{param:COMMAS}", $"222222222222 by {A} | 333333333333 by {B}")]
    [InlineData(false, "{param:/a/path/roles}", $"333333333333 by {B}")]
    [InlineData(false, "{param:SECURE}", $"333333333333 by {B}")]
    // The hub is left out, whoever reaches it by a role does so.
    [InlineData(false, Own, $"{Account} by {Own}")]
    public async Task Accounts_are(bool hub, string entries, string expected)
    {
        PutParameters();

        var list = await ListAsync(entries, hub);

        Assert.Equal(expected, Shown(list));
        Assert.Empty(list.Problems);
    }

    [Theory]
    [InlineData("role/a", "RoleUnusable", "cross_account_roles: \"role/a\" is not the ARN of a role")]
    [InlineData($"{B}||", "RoleUnusable", "cross_account_roles: \"\" is an empty entry", $"333333333333 by {B}")]
    [InlineData("arn:aws:iam::222222222222:role/a", "RoleUnusable", "is a role of partition aws, and the function runs in aws-cn")]
    [InlineData("arn:aws-us-gov:iam::222222222222:role/a", "RoleUnusable", "is a role of partition aws-us-gov, and the function runs in aws-cn")]
    [InlineData("arn:aws-cn:iam::{param:ONE}:role/a", "RoleUnusable", "\"arn:aws-cn:iam:: :role/a\" is not the ARN of a role", $"222222222222 by {A}")]
    [InlineData("{param:}", "RoleUnusable", "\"{param:}\" is not the ARN of a role")]
    [InlineData($"{{param:NOBODY}}|{{param:NOBODY}}|{B}", "RoleParameterUnknown", "parameter \"NOBODY\" does not exist", $"333333333333 by {B}")]
    [InlineData("{param:NOBODY}{param:ONE}", "RoleParameterUnknown", "parameter \"NOBODY\" does not exist", $"222222222222 by {A}")]
    [InlineData("{param:no such name}{param:ONE}", "RoleParameterUnknown", "parameter \"no such name\" does not exist", $"222222222222 by {A}")]
    [InlineData("{param:PASSWORD}", "RoleUnusable", "\"***\" of parameter \"PASSWORD\" is not the ARN of a role")]
    [InlineData("{param:TRAILING}", "RoleUnusable", "\"\" of parameter \"TRAILING\" is an empty entry", $"222222222222 by {A}")]
    [InlineData("{param:NESTED}", "RoleUnusable", "\"{param:ONE}\" of parameter \"NESTED\" is not the ARN of a role")]
    [InlineData($"{Z}|{A}", "AccountTwice", $"account 222222222222 is reached by {A} already; {Z} is not used", $"222222222222 by {A}")]
    [InlineData($"{Z}|{{param:ONE}}", "AccountTwice", $"account 222222222222 is reached by {A} already; {Z} is not used", $"222222222222 by {A}")]
    public async Task What_cannot_be_used_is_one_problem_and_its_neighbours_go_on(string entries, string code, string text, string accounts = "")
    {
        PutParameters();

        var list = await ListAsync(entries);

        var problem = Assert.Single(list.Problems);
        Assert.Equal(code, problem.Code);
        Assert.Contains(text, problem.Message, StringComparison.Ordinal);
        Assert.NotNull(problem.Remedy);
        Assert.True(problem.IsStanding);
        Assert.DoesNotContain("hunter2", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(code == "AccountTwice" ? ProblemSeverity.Warning : ProblemSeverity.Error, problem.Severity);
        Assert.Equal(accounts, Shown(list));
    }

    [Fact]
    public async Task A_role_of_the_hub_is_not_used_while_the_hub_is_scheduled_as_itself()
    {
        var list = await ListAsync(Own, hub: true);

        Assert.Equal(Account, Shown(list));
        Assert.Contains($"account {Account} is the function's own; {Own} is not used", Assert.Single(list.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-east-1", "arn:aws:iam::222222222222:role/a", true)]
    [InlineData("af-south-1", "arn:aws:iam::222222222222:role/a", true)]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:iam::222222222222:role/a", true)]
    [InlineData("cn-northwest-1", A, true)]
    [InlineData("us-gov-west-1", "arn:aws:iam::222222222222:role/a", false)]
    [InlineData("eu-west-1", A, false)]
    public async Task Roles_are_those_of_the_functions_partition(string region, string role, bool isUsed)
    {
        var accounts = new ManagedAccounts(new RoleParameters(() => Clients.Ssm, Time), region);

        var list = await accounts.ListAsync(Settings(role, hub: false), Account, Retry, Deadline);

        Assert.Equal(isUsed ? 1 : 0, list.Accounts.Length);
        Assert.Equal(isUsed ? 0 : 1, list.Problems.Length);
    }

    [Fact]
    public async Task Without_a_parameter_no_call_is_made()
    {
        await ListAsync($"{A}|{B}");

        Assert.Empty(Aws.Calls);
    }

    [Fact]
    public async Task Parameters_are_kept_for_ten_minutes_and_unknown_ones_asked_for_each_time()
    {
        PutParameters();
        await ListAsync("{param:ONE}");
        Aws.Parameters.Put("ONE", B);

        Time.AdvanceBy(TimeSpan.FromMinutes(9));
        Assert.Equal($"222222222222 by {A}", Shown(await ListAsync("{param:ONE}")));
        Assert.Equal(1, Aws.Calls.Count("ssm"));
        Time.AdvanceBy(TimeSpan.FromMinutes(1));
        Assert.Equal($"333333333333 by {B}", Shown(await ListAsync("{param:ONE}")));

        Assert.Empty((await ListAsync("{param:LATER}")).Accounts);
        Aws.Parameters.Put("LATER", A);
        Assert.Equal($"222222222222 by {A}", Shown(await ListAsync("{param:LATER}")));
        Aws.Parameters.Delete("LATER");
        Time.AdvanceBy(TimeSpan.FromMinutes(10));
        Assert.Empty((await ListAsync("{param:LATER}")).Accounts);
    }

    [Theory]
    [InlineData("AccessDeniedException", 400, "allow ssm:GetParameters")]
    [InlineData("InternalServerError", 500, "the next tick continues")]
    public async Task While_parameter_store_does_not_answer_the_last_values_are_used(string code, int status, string remedy)
    {
        PutParameters();
        await ListAsync("{param:ONE}");
        Time.AdvanceBy(TimeSpan.FromMinutes(10));
        Aws.Faults.Add(call => call.Service == "ssm" ? LocalFault.Answer(code, status, "not now") : null);
        var before = Time.GetUtcNow();

        var list = await ListAsync($"{{param:ONE}}{{param:LIST}}|{B}");

        Assert.Equal($"222222222222 by {A} | 333333333333 by {B}", Shown(list));
        Assert.Equal(2, list.Problems.Length);
        Assert.All(list.Problems, problem => Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal));
        Assert.Equal(ProblemSeverity.Warning, list.Problems.Single(problem => problem.Message.Contains("its last value is used", StringComparison.Ordinal)).Severity);
        Assert.InRange(Time.GetUtcNow() - before, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_forbidden_name_keeps_no_other_from_being_read()
    {
        PutParameters();
        Aws.Faults.Add(call => call.Operation == "GetParameters" && System.Text.Encoding.UTF8.GetString(call.Body.Span).Contains("FORBIDDEN", StringComparison.Ordinal)
            ? LocalFault.Answer("AccessDeniedException") : null);

        var list = await ListAsync("{param:ONE}{param:FORBIDDEN}");

        Assert.Equal($"222222222222 by {A}", Shown(list));
        Assert.Contains("\"FORBIDDEN\" could not be read: AccessDeniedException", Assert.Single(list.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ROLE:3", "ROLE", ":3", null)]
    [InlineData("ROLE:live", "ROLE", ":live", null)]
    [InlineData("arn:aws-cn:ssm:cn-north-1:123456789012:parameter/ROLE", "ROLE", null, "arn:aws-cn:ssm:cn-north-1:123456789012:parameter/ROLE")]
    public async Task A_parameter_is_found_however_it_is_named(string written, string name, string? selector, string? arn)
    {
        var client = new Mock<IAmazonSimpleSystemsManagement>();
        client.Setup(ssm => ssm.GetParametersAsync(It.Is<GetParametersRequest>(request => request.Names.Single() == written), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GetParametersResponse { Parameters = [new Parameter { Name = name, Selector = selector, ARN = arn, Value = A }] });
        var accounts = new ManagedAccounts(new RoleParameters(() => client.Object, Time), Region);

        Assert.Equal($"222222222222 by {A}", Shown(await accounts.ListAsync(Settings($"{{param:{written}}}", hub: false), Account, Retry, Deadline)));
    }

    [Fact]
    public async Task Many_parameters_take_one_call_for_ten()
    {
        var names = Enumerable.Range(0, 25).Select(number => $"ROLE-{number}").ToList();
        foreach (var (name, number) in names.Select((name, number) => (name, number)))
            Aws.Parameters.Put(name, $"arn:aws-cn:iam::{200_000_000_000 + number}:role/r");

        Assert.Equal(25, (await ListAsync(string.Join('|', names.Select(name => $"{{param:{name}}}")))).Accounts.Length);
        Assert.Equal(3, Aws.Calls.Count("ssm", "GetParameters"));
    }

    private void PutParameters()
    {
        Aws.Parameters.Put("ONE", A);
        Aws.Parameters.Put("LIST", $"{A},{B}", ParameterType.StringList);
        Aws.Parameters.Put("COMMAS", $"{B} , {A}");
        Aws.Parameters.Put("/a/path/roles", B);
        Aws.Parameters.Put("SECURE", B, ParameterType.SecureString);
        Aws.Parameters.Put("PASSWORD", "hunter2", ParameterType.SecureString);
        Aws.Parameters.Put("TRAILING", $"{A},", ParameterType.StringList);
        Aws.Parameters.Put("NESTED", "{param:ONE}");
    }

    private Task<AccountList> ListAsync(string entries, bool hub = false) => _accounts.ListAsync(Settings(entries, hub), Account, Retry, Deadline);

    private static SchedulerSettings Settings(string entries, bool hub) =>
        new() { ScheduleLambdaAccount = hub, CrossAccountRoles = entries.Length == 0 ? [] : [.. entries.Split('|')] };

    private static string Shown(AccountList list) =>
        string.Join(" | ", list.Accounts.Select(account => account.Role is { } role ? $"{account.Id} by {role}" : account.Id));
}

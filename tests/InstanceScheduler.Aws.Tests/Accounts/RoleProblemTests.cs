using Amazon.SecurityToken;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Tests.Accounts;

public sealed class RoleProblemTests
{
    private const string Caller = "arn:aws-cn:sts::123456789012:assumed-role/hub/InstanceSchedulerMain";

    [Fact]
    public void Roles_that_are_refused_alike_are_one_problem()
    {
        var roles = Enumerable.Range(0, 100).Select(number => Role($"{200_000_000_000 + number}")).ToList();

        var problem = Assert.Single(RoleProblem.NotAssumed(roles.Select(role => (role, (Exception)Denied(role))), externalId: null));

        Assert.Equal("RoleNotAssumed", problem.Code);
        Assert.Equal($"AssumeRole failed with AccessDenied: User: {Caller} is not authorized to perform: sts:AssumeRole on resource: the role", problem.Message);
        Assert.Equal(roles.Select(role => role.Text), problem.Ids);
        Assert.Equal("role", problem.Noun);
        Assert.Equal(ProblemSeverity.Error, problem.Severity);
        Assert.True(problem.IsStanding);
        Assert.Contains("trusts the function's role", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_cause_is_a_problem_with_its_remedy()
    {
        (RoleArn, Exception)[] refused =
        [
            (Role("222222222222"), Denied(Role("222222222222"))),
            (Role("333333333333"), Failure("RegionDisabledException", "STS is not activated in this region for account:333333333333")),
            (Role("444444444444"), Failure("Throttling", "Rate exceeded")),
        ];

        var problems = RoleProblem.NotAssumed(refused, externalId: null).ToList();

        Assert.Equal([true, true, false], problems.Select(problem => problem.IsStanding));
        Assert.Contains("activate STS", problems[1].Remedy, StringComparison.Ordinal);
        Assert.Equal("the next tick continues", problems[2].Remedy);
    }

    [Fact]
    public void An_external_id_is_not_repeated()
    {
        const string message = "1 validation error detected: Value 'is not' at 'externalId' failed to satisfy constraint: it is not one";

        var problem = Assert.Single(RoleProblem.NotAssumed([(Role("222222222222"), Failure("ValidationError", message))], "is not"));

        Assert.Contains("Value '***' at 'externalId' failed to satisfy constraint: it is not one", problem.Message, StringComparison.Ordinal);
    }

    private static RoleArn Role(string account) => new($"arn:aws-cn:iam::{account}:role/r", "aws-cn", account);

    private static AmazonSecurityTokenServiceException Denied(RoleArn role) =>
        Failure("AccessDenied", $"User: {Caller} is not authorized to perform: sts:AssumeRole on resource: {role.Text}");

    private static AmazonSecurityTokenServiceException Failure(string code, string message) =>
        new(message) { ErrorCode = code, StatusCode = System.Net.HttpStatusCode.Forbidden };
}

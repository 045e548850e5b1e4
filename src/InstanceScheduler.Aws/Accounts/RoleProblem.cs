using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Accounts;

/// <summary>The problems of roles: what is written wrongly, and what AWS refuses.</summary>
internal static class RoleProblem
{
    private const string Setting = "config \"scheduler\": cross_account_roles:";

    /// <summary>What an entry means, as it stands behind a sentence about it.</summary>
    public static string Quoted(string text, string? parameter) =>
        parameter is null ? $"\"{text}\"" : $"\"{text}\" of parameter \"{parameter}\"";

    public static Problem Unusable(string text, string why, string remedy) =>
        new("RoleUnusable", $"{Setting} {text} {why}", [], remedy, IsStanding: true) { Severity = ProblemSeverity.Error };

    public static Problem UnknownParameter(string name) => new("RoleParameterUnknown",
        $"{Setting} parameter \"{name}\" does not exist", [], "make it in the function's account and region, or correct its name", IsStanding: true)
    {
        Severity = ProblemSeverity.Error,
    };

    public static Problem Unread(string name, Exception failure, bool isKept) => new("RoleParameterUnread",
        $"{Setting} parameter \"{name}\" could not be read: {AwsFailure.CodeOf(failure)}: {AwsMessage.Readable(failure.Message)}"
            + (isKept ? "; its last value is used" : ""),
        [], AwsFailure.IsTemporary(failure) ? AwsProblem.Continued : "allow ssm:GetParameters on it for the function's role")
    {
        Severity = isKept ? ProblemSeverity.Warning : ProblemSeverity.Error,
    };

    public static Problem Superfluous(RoleArn role, ManagedAccount account) => new("AccountTwice",
        $"{Setting} account {account.Id} is {(account.Role is { } first ? $"reached by {first} already" : "the function's own")}; {role} is not used",
        [], account.Role is null ? "take it off the list, or set schedule_lambda_account to false" : "take one of them off the list", IsStanding: true);

    /// <summary>One problem per cause, however many roles it concerns.</summary>
    /// <param name="refused">The roles, and why each could not be assumed.</param>
    /// <param name="externalId">What was sent along; AWS may repeat it.</param>
    public static IEnumerable<Problem> NotAssumed(IEnumerable<(RoleArn Role, Exception Failure)> refused, string? externalId) => refused
        .GroupBy(refusal => (AwsFailure.CodeOf(refusal.Failure), Text: TextOf(refusal.Role, refusal.Failure, externalId)))
        .Select(alike => new Problem(
            "RoleNotAssumed", $"AssumeRole failed with {alike.Key.Item1}: {alike.Key.Text}", [.. alike.Select(refusal => refusal.Role.Text)],
            RemedyFor(alike.First().Failure), IsStanding: !AwsFailure.IsTemporary(alike.First().Failure))
        {
            Severity = ProblemSeverity.Error,
            Noun = "role",
        });

    // The roles are listed beside it: without them the causes of many are one.
    private static string TextOf(RoleArn role, Exception failure, string? externalId)
    {
        var text = AwsMessage.Stable(failure.Message).Replace(role.Text, "the role", StringComparison.Ordinal);
        return externalId is null ? text : text.Replace($"'{externalId}'", "'***'", StringComparison.Ordinal);
    }

    private static string RemedyFor(Exception failure) => AwsFailure.CodeOf(failure) switch
    {
        "RegionDisabledException" => "activate STS for the function's region in that account",
        _ when AwsFailure.IsTemporary(failure) => AwsProblem.Continued,
        _ => "check that the role exists, that it trusts the function's role (with EXTERNAL_ID, where that is set), "
            + "and that the function's role is allowed sts:AssumeRole on it",
    };
}

using System.Globalization;
using System.Text.RegularExpressions;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Sts;

/// <summary>AssumeRole.</summary>
internal sealed partial class AssumeRoleCall(LocalRoles roles, RoleSessions sessions)
{
    private const int ShortestArn = 20;
    private const int LongestArn = 2048;
    private const int ShortestName = 2;
    private const int LongestSessionName = 64;
    private const int LongestExternalId = 1224;
    private const int ShortestSession = 900;
    private const int LongestSession = 43_200;
    private const int ChainedSession = 3600;

    public int AssumeRole(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var arn = Given(input, "RoleArn", "roleArn");
        var name = Given(input, "RoleSessionName", "roleSessionName");
        EnsureLength("roleArn", arn, ShortestArn, LongestArn);
        EnsureLength("roleSessionName", name, ShortestName, LongestSessionName);
        EnsurePattern("roleSessionName", name, SessionName(), @"[\w+=,.@-]*");
        var externalId = input["ExternalId"];
        if (externalId is not null)
        {
            EnsureLength("externalId", externalId, ShortestName, LongestExternalId);
            EnsurePattern("externalId", externalId, ExternalIdText(), @"[\w+=,.@:\/-]*");
        }

        var seconds = Seconds(input["DurationSeconds"]);
        if (arn.Split(':') is not ["arn", _, "iam", "", _, ['r', 'o', 'l', 'e', '/', ..]])
        {
            throw Invalid($"{arn} is invalid");
        }

        var role = Trusting(scope, arn, externalId);
        EnsureDuration(scope, role, seconds);
        Write(output, sessions.Begin(role, name, TimeSpan.FromSeconds(seconds ?? ChainedSession), scope.AccessKeyId));
        return 1;
    }

    // An unknown role and one that does not trust the caller look the same.
    private LocalRole Trusting(CallScope scope, string arn, string? externalId) =>
        roles.Find(arn) is { } role
        && role.TrustedAccounts!.Contains(scope.Account, StringComparer.Ordinal)
        && role.TrustsPrincipal(scope.Principal)
        && (role.ExternalId is null || role.ExternalId == externalId)
            ? role
            : throw new AwsException(
                "AccessDenied", $"User: {scope.Caller} is not authorized to perform: sts:AssumeRole on resource: {arn}", 403);

    private void EnsureDuration(CallScope scope, LocalRole role, int? seconds)
    {
        if (seconds is null)
        {
            return;
        }

        if (seconds > role.MaxSessionDuration.TotalSeconds)
        {
            throw Invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }

        if (seconds > ChainedSession && sessions.Find(scope.AccessKeyId) is not null)
        {
            throw Invalid("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }
    }

    private static void Write(XmlBuffer output, RoleSession session) => output
        .Raw("<AssumedRoleUser>"u8)
        .Element("AssumedRoleId"u8, session.UserId).Element("Arn"u8, session.Arn)
        .Raw("</AssumedRoleUser><Credentials>"u8)
        .Element("AccessKeyId"u8, session.AccessKeyId)
        .Element("SecretAccessKey"u8, session.SecretAccessKey)
        .Element("SessionToken"u8, session.SessionToken)
        .Element("Expiration"u8, session.Expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"))
        .Raw("</Credentials>"u8);

    private static int? Seconds(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            throw new AwsException("MalformedInput", $"Invalid value '{text}' at 'durationSeconds': it must be an integer");
        }

        return seconds switch
        {
            < ShortestSession => throw Outside($"greater than or equal to {ShortestSession}"),
            > LongestSession => throw Outside($"less than or equal to {LongestSession}"),
            _ => seconds,
        };

        AwsException Outside(string bound) => Violation("durationSeconds", text, $"Member must have value {bound}");
    }

    private static string Given(QueryParameters input, string name, string member) => input[name]
        ?? throw Invalid($"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    private static void EnsureLength(string member, string value, int shortest, int longest)
    {
        if (value.Length < shortest || value.Length > longest)
        {
            var bound = value.Length < shortest ? $"greater than or equal to {shortest}" : $"less than or equal to {longest}";
            throw Violation(member, value, $"Member must have length {bound}");
        }
    }

    private static void EnsurePattern(string member, string value, Regex pattern, string wording)
    {
        if (!pattern.IsMatch(value))
        {
            throw Violation(member, value, $"Member must satisfy regular expression pattern: {wording}");
        }
    }

    private static AwsException Violation(string member, string value, string constraint) =>
        Invalid($"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");

    private static AwsException Invalid(string message) => new("ValidationError", message);

    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@-]*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SessionName();

    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@:/-]*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExternalIdText();
}

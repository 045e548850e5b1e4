using System.Text.RegularExpressions;

namespace InstanceScheduler.Aws.Accounts;

/// <summary>The ARN of a role that the scheduler assumes to reach an account.</summary>
/// <param name="Text">The whole.</param>
/// <param name="Partition">Where alone it can be assumed.</param>
/// <param name="Account">The account that it gives access to.</param>
internal sealed partial record RoleArn(string Text, string Partition, string Account)
{
    private const int LongestSessionName = 64;

    /// <summary>Null when it is none.</summary>
    public static RoleArn? TryParse(string text)
    {
        var parts = Shape().Match(text.Trim());
        return parts.Success ? new RoleArn(parts.Value, parts.Groups["partition"].Value, parts.Groups["account"].Value) : null;
    }

    /// <summary>What the account's CloudTrail calls the scheduler; no longer than AWS allows.</summary>
    public string SessionName(string service)
    {
        var name = $"{service}-scheduler-{Account}";
        return name[..Math.Min(name.Length, LongestSessionName)];
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"^arn:(?<partition>aws[a-z-]*):iam::(?<account>[0-9]{12}):role/([!-.0-~]{1,512}/)*[A-Za-z0-9_+=,.@-]{1,64}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}

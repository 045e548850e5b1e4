using System.Text.RegularExpressions;
using InstanceScheduler.Aws.Accounts;

namespace InstanceScheduler.Aws.Notices;

/// <summary>The ARN of a standard SNS topic.</summary>
/// <param name="Text">The whole.</param>
/// <param name="Region">The topic's region, where alone it can be published to.</param>
internal sealed partial record TopicArn(string Text, string Region)
{
    public const string Expected = "arn:aws-cn:sns:<region>:<account>:<name> of a standard topic, or arn:aws:… outside China";

    /// <summary>Null when it is none; a FIFO topic is none either.</summary>
    public static TopicArn? TryParse(string text)
    {
        var parts = Shape().Match(text.Trim());
        return parts.Success && AwsPartition.Of(parts.Groups["region"].Value) == parts.Groups["partition"].Value
            ? new TopicArn(parts.Value, parts.Groups["region"].Value)
            : null;
    }

    [GeneratedRegex(@"^arn:(?<partition>aws[a-z-]*):sns:(?<region>[a-z0-9-]+):[0-9]{12}:[A-Za-z0-9_-]{1,256}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}

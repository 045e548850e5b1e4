using System.Text.RegularExpressions;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>The ARN of a database or cluster, which alone tells its account and region.</summary>
/// <param name="Region">For instance <c>cn-north-1</c>.</param>
/// <param name="Account">Twelve digits.</param>
/// <param name="Id">The identifier, in lower case as RDS keeps it.</param>
internal sealed partial record RdsArn(string Region, string Account, string Id)
{
    /// <summary>What to write, for messages.</summary>
    public const string Example = "Write an ARN such as arn:aws-cn:rds:cn-north-1:123456789012:";

    /// <summary>Null where the text is no ARN of that kind.</summary>
    /// <param name="text">The ARN.</param>
    /// <param name="kind"><c>db</c> or <c>cluster</c>.</param>
    public static RdsArn? Parse(string? text, string kind) =>
        text?.Split(':') is ["arn", _, "rds", var region, var account, var type, var id]
        && type == kind && AccountIds.IsAccount(account) && RegionForm().IsMatch(region) && Identifier().IsMatch(id)
            ? new RdsArn(region, account, id)
            : null;

    [GeneratedRegex(@"\A[a-z]{2,}(-[a-z]+)+-[0-9]+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegionForm();

    [GeneratedRegex(@"\A(?=.{1,63}\z)[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>Names of resources across AWS; regions of China form a partition of their own.</summary>
internal static class Arn
{
    public static string Partition(string region) => region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : "aws";

    public static string Of(string service, string region, string account, string resource) =>
        $"arn:{Partition(region)}:{service}:{region}:{account}:{resource}";
}

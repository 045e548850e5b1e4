namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>Names of resources across AWS; regions of China and of the US government form partitions of their own.</summary>
internal static class Arn
{
    public static string Partition(string region) => region.Split('-') switch
    {
        ["cn", ..] => "aws-cn",
        ["us", "gov", ..] => "aws-us-gov",
        _ => "aws",
    };

    public static string Of(string service, string region, string account, string resource) =>
        $"arn:{Partition(region)}:{service}:{region}:{account}:{resource}";
}

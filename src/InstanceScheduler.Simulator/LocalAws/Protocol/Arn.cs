namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>Names of resources across AWS; regions of China and those of the American government form partitions of their own.</summary>
internal static class Arn
{
    public static string Partition(string region) => region.Split('-', 3) switch
    {
        ["cn", ..] => "aws-cn",
        ["us", "gov", ..] => "aws-us-gov",
        _ => "aws",
    };

    public static string Of(string service, string region, string account, string resource) =>
        $"arn:{Partition(region)}:{service}:{region}:{account}:{resource}";
}

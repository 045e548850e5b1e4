using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>What CloudFormation knows of a stack before it reads the template.</summary>
internal sealed record PseudoParameters(string AccountId, string Region, string StackName, string StackId)
{
    public const string NoValue = "AWS::NoValue";

    /// <summary>All that may stand in a <c>Ref</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "AWS::AccountId", "AWS::Region", "AWS::Partition", "AWS::URLSuffix", "AWS::StackName", "AWS::StackId", NoValue,
    ];

    public string Partition => Arn.Partition(Region);

    public string UrlSuffix => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

    /// <summary>Null where there is none of the name; <see cref="NoValue"/> has no value.</summary>
    public string? this[string name] => name switch
    {
        "AWS::AccountId" => AccountId,
        "AWS::Region" => Region,
        "AWS::Partition" => Partition,
        "AWS::URLSuffix" => UrlSuffix,
        "AWS::StackName" => StackName,
        "AWS::StackId" => StackId,
        _ => null,
    };
}

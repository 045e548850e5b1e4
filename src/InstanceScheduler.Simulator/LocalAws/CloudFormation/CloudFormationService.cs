using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>Looking up what a stack's resources are called.</summary>
internal sealed class CloudFormationService : IAwsService
{
    private readonly QueryProtocol _protocol;

    public CloudFormationService(LocalStacks stacks) => _protocol = new QueryProtocol(
        "2010-05-15",
        "http://cloudformation.amazonaws.com/doc/2010-05-15/",
        new Dictionary<string, QueryOperation>(StringComparer.Ordinal)
        {
            ["DescribeStackResource"] = new DescribeStackResourceCall(stacks).Describe,
        },
        input => input["StackName"] is { } stack ? [stack] : []);

    public string SigningName => "cloudformation";

    public ServiceCall Read(WireRequest request, CallScope scope) => _protocol.Read(request, scope);

    public WireResponse Refuse(AwsException error, string requestId) => _protocol.Refuse(error, requestId);
}

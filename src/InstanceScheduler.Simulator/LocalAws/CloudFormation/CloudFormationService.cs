using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>Stacks made of templates, and looking up what their resources are called.</summary>
internal sealed class CloudFormationService : IAwsService
{
    private readonly QueryProtocol _protocol;

    public CloudFormationService(StackEngine engine, LocalStacks stacks)
    {
        var (calls, reads) = (new StackCalls(engine, stacks), new StackReads(stacks));
        _protocol = new QueryProtocol(
            "2010-05-15",
            "http://cloudformation.amazonaws.com/doc/2010-05-15/",
            new Dictionary<string, QueryOperation>(StringComparer.Ordinal)
            {
                ["CreateStack"] = calls.Create,
                ["UpdateStack"] = calls.Update,
                ["DeleteStack"] = calls.Delete,
                ["ValidateTemplate"] = StackCalls.Validate,
                ["DescribeStacks"] = reads.Stacks,
                ["DescribeStackEvents"] = reads.Events,
                ["DescribeStackResource"] = new DescribeStackResourceCall(stacks).Describe,
                ["DescribeStackResources"] = reads.Resources,
                ["ListStackResources"] = reads.List,
                ["GetTemplate"] = reads.Template,
            },
            input => input["StackName"] is { } stack ? [stack] : []);
    }

    public string SigningName => "cloudformation";

    public ServiceCall Read(WireRequest request, CallScope scope) => _protocol.Read(request, scope);

    public WireResponse Refuse(AwsException error, string requestId) => _protocol.Refuse(error, requestId);
}

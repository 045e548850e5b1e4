using Amazon.CloudFormation.Internal;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudFormation;

public class AmazonCloudFormationClient : AmazonServiceClient, IAmazonCloudFormation
{
    private static readonly StandInMetadata Metadata = new(CloudFormationService.Description);

    public AmazonCloudFormationClient() : this(new AmazonCloudFormationConfig())
    {
    }

    public AmazonCloudFormationClient(RegionEndpoint region) : this(new AmazonCloudFormationConfig { RegionEndpoint = region })
    {
    }

    public AmazonCloudFormationClient(AmazonCloudFormationConfig config) : base(config)
    {
    }

    public AmazonCloudFormationClient(AWSCredentials credentials) : this(credentials, new AmazonCloudFormationConfig())
    {
    }

    public AmazonCloudFormationClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudFormationConfig { RegionEndpoint = region })
    {
    }

    public AmazonCloudFormationClient(AWSCredentials credentials, AmazonCloudFormationConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<DescribeStackResourceResponse> DescribeStackResourceAsync(
        DescribeStackResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeStackResourceResponse>(request, DescribeStackResourceOperation.Options, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => StandInPipeline.Customize(pipeline);
}

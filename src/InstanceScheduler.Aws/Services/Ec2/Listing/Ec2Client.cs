using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.EC2.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>The SDK's client for EC2, which can also read listings without building the SDK's model of all that is in them.</summary>
/// <remarks>
/// Signing, endpoints, time-outs and errors stay the SDK's. An instance is 4.7 KB of XML, of which a run looks at a few hundred bytes; the
/// model of all of it takes five times the time of reading it. See docs/decisions/listings-without-a-model.md.
/// </remarks>
internal class Ec2Client(AWSCredentials credentials, AmazonEC2Config config) : AmazonEC2Client(credentials, config)
{
    /// <summary>One page of <c>DescribeInstances</c>.</summary>
    public virtual Task<InstancePage> ListInstancesAsync(DescribeInstancesRequest request, PageReader reader, CancellationToken cancellationToken) =>
        InvokeAsync<InstancePage>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = DescribeInstancesRequestMarshaller.Instance,
                ResponseUnmarshaller = new InstancePageUnmarshaller(reader),
            },
            cancellationToken);
}

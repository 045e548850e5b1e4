using Amazon;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using InstanceScheduler.Aws.Services.Ec2.Listing;

namespace InstanceScheduler.Aws.Tests.Services.Ec2.Listing;

/// <summary>A client that answers with these pages, one after the other.</summary>
internal sealed class ScriptedListing(params string[] pages)
    : Ec2Client(new AnonymousAWSCredentials(), new AmazonEC2Config { RegionEndpoint = RegionEndpoint.CNNorth1 })
{
    private int _read;

    public override Task<InstancePage> ListInstancesAsync(DescribeInstancesRequest request, PageReader reader, CancellationToken cancellationToken) =>
        Task.FromResult(reader.Read(pages[_read++]));
}

using Amazon.EC2;
using Amazon.EC2.Model;
using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class Ec2VolumeTests(Transport transport) : LocalAwsTest(transport)
{
    private const string A = "i-0000000000000000a";
    private const string B = "i-0000000000000000b";
    private const string Key = "arn:aws-cn:kms:cn-north-1:123456789012:key/1f5a2b3c-0000-4000-8000-00000000000a";

    [Fact]
    public async Task The_volumes_of_an_instance_are_those_of_its_block_devices()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, KmsKeyId = Key });
        Aws.Ec2.Add(new LocalInstance { Id = B });
        using var ec2 = Ec2();

        var mappings = (await Instance(ec2, A)).BlockDeviceMappings;
        var volumes = await Listed(ec2, Filtered("attachment.instance-id", A));

        Assert.Equal(mappings.Select(m => (m.DeviceName, m.Ebs.VolumeId)), volumes.Select(v => (v.Attachments[0].Device, v.VolumeId)));
        Assert.All(volumes, v =>
        {
            Assert.Equal((true, Key), (v.Encrypted, v.KmsKeyId));
            Assert.Equal((VolumeState.InUse, VolumeType.Gp3, "cn-north-1a"), (v.State, v.VolumeType, v.AvailabilityZone));
            Assert.Equal((A, VolumeAttachmentState.Attached), (v.Attachments.Single().InstanceId, v.Attachments.Single().State));
        });
    }

    [Fact]
    public async Task A_start_that_fails_for_want_of_its_key_can_be_traced_to_that_key()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, KmsKeyId = Key, FallsBack = "Client.InternalError" });
        using var ec2 = Ec2();

        await ec2.StartInstancesAsync(new StartInstancesRequest([A]));
        Time.AdvanceBy(TimeSpan.FromMinutes(1));
        var instance = await Instance(ec2, A);
        var ids = instance.BlockDeviceMappings.Select(m => m.Ebs.VolumeId).ToList();
        var keys = (await Listed(ec2, new DescribeVolumesRequest { VolumeIds = ids })).Select(v => v.KmsKeyId);
        Aws.Ec2[A].KmsKeyId = null;
        var plain = await Listed(ec2, new DescribeVolumesRequest { VolumeIds = ids });

        Assert.Equal(("stopped", "Client.InternalError"), (instance.State.Name.Value, instance.StateReason.Code));
        Assert.Equal([Key, Key], keys);
        Assert.All(plain, v => Assert.Equal((false, null), (v.Encrypted, v.KmsKeyId)));
    }

    [Theory]
    [InlineData("attachment.instance-id", "i-*b", "bb")]
    [InlineData("attachment.instance-id", A + "|" + B, "aabb")]
    [InlineData("attachment.device", "/dev/xvda", "ab")]
    [InlineData("encrypted", "true", "bb")]
    [InlineData("volume-id", "vol-d*", "ab")]
    [InlineData("size", "100", "ab")]
    [InlineData("status", "in-use", "aabb")]
    [InlineData("availability-zone", "cn-north-1b", "bb")]
    public async Task A_filter_passes(string name, string values, string expected)
    {
        Aws.Ec2.Add(new LocalInstance { Id = A });
        Aws.Ec2.Add(new LocalInstance { Id = B, KmsKeyId = Key, Zone = 'b' });
        Aws.Ec2.Add(new LocalInstance { Id = "i-0000000c", InstanceStoreRoot = true });
        Aws.Ec2.Add(new LocalInstance { Id = "i-0000000d", InitialState = PowerState.Terminated });
        Aws.Ec2.Add(new LocalInstance { Id = "i-0000000e", Region = Ningxia });
        using var ec2 = Ec2();

        var volumes = await Listed(ec2, Filtered(name, values.Split('|')));

        Assert.Equal(expected, string.Concat(volumes.Select(v => v.Attachments[0].InstanceId[^1])));
    }

    [Fact]
    public async Task Pages_hold_every_volume_once()
    {
        foreach (var i in Enumerable.Range(0, 6))
        {
            Aws.Ec2.Add(new LocalInstance { Id = $"i-{i:x8}" });
        }

        using var ec2 = Ec2();
        var request = new DescribeVolumesRequest { MaxResults = 5 };
        var sizes = new List<int>();
        var seen = new List<string>();
        do
        {
            var response = await ec2.DescribeVolumesAsync(request);
            sizes.Add(response.Volumes.Count);
            seen.AddRange(response.Volumes.Select(v => v.VolumeId));
            request.NextToken = response.NextToken;
        }
        while (request.NextToken is not null);

        Assert.Equal([5, 5, 2], sizes);
        Assert.Equal(12, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(null, "vol-0123456789abcdef0", null, "InvalidVolume.NotFound")]
    [InlineData(null, "vol-x", null, "InvalidParameterValue")]
    [InlineData(5, "vol-0000000000000000a", null, "InvalidParameterCombination")]
    [InlineData(4, null, null, "InvalidParameterValue")]
    [InlineData(null, null, "tag:a", "InvalidParameterValue")]
    public async Task A_listing_that_cannot_be_is_refused(int? maxResults, string? id, string? filter, string expected)
    {
        Aws.Ec2.Add(new LocalInstance { Id = A });
        using var ec2 = Ec2();
        var request = filter is null ? new DescribeVolumesRequest() : Filtered(filter, "b");
        request.MaxResults = maxResults;
        request.VolumeIds = id is null ? null : [id];

        Assert.Equal(expected, (await Assert.ThrowsAsync<AmazonEC2Exception>(() => Listed(ec2, request))).ErrorCode);
    }

    [Fact]
    public async Task The_listing_can_be_denied()
    {
        Aws.Ec2.Deny(Hub, Beijing, "ec2:DescribeVolumes");
        using var ec2 = Ec2();

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => Listed(ec2, new DescribeVolumesRequest()));

        Assert.Equal("UnauthorizedOperation", error.ErrorCode);
    }

    private static DescribeVolumesRequest Filtered(string name, params string[] values) =>
        new() { Filters = [new Filter(name, [.. values])] };

    private static async Task<List<Volume>> Listed(AmazonEC2Client ec2, DescribeVolumesRequest request) =>
        (await ec2.DescribeVolumesAsync(request)).Volumes ?? [];

    private static async Task<Instance> Instance(AmazonEC2Client ec2, string id) =>
        (await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [id] })).Reservations[0].Instances[0];
}

public sealed class Ec2VolumeInProcessTests() : Ec2VolumeTests(Transport.InProcess);

public sealed class Ec2VolumeLoopbackTests() : Ec2VolumeTests(Transport.Loopback);

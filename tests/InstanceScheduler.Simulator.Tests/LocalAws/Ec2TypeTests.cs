using Amazon.EC2;
using Amazon.EC2.Model;
using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class Ec2TypeTests(Transport transport) : LocalAwsTest(transport)
{
    private const string A = "i-0000000000000000a";
    private const string B = "i-0000000000000000b";

    [Fact]
    public async Task An_exhausted_type_fails_every_batch_with_it_and_names_no_instance()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A });
        Aws.Ec2.Add(new LocalInstance { Id = B, Type = "p4d.24xlarge", Zone = 'b' });
        Aws.Ec2.Exhaust(Hub, Beijing, "p4d.24xlarge");
        using var ec2 = Ec2();

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => Started(ec2, A, B));
        Assert.False(Aws.Ec2.HumanStart(B));
        Assert.All(Aws.Ec2.Instances, i => Assert.Equal(PowerState.Stopped, i.State));
        await Started(ec2, A);
        Aws.Ec2.Restock(Hub, Beijing, "p4d.24xlarge");
        await Started(ec2, B);

        Assert.Equal(("InsufficientInstanceCapacity", 500), (error.ErrorCode, (int)error.StatusCode));
        Assert.Contains(
            "p4d.24xlarge capacity in the Availability Zone you requested (cn-north-1b)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("i-", error.Message, StringComparison.Ordinal);
        Assert.All(Aws.Ec2.Instances, i => Assert.Equal(PowerState.Pending, i.State));
    }

    [Fact]
    public async Task A_type_is_exhausted_in_one_account_and_region_and_for_starts_only()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, InitialState = PowerState.Running });
        Aws.Ec2.Add(new LocalInstance { Id = B, Region = Ningxia });
        Aws.Ec2.Exhaust(Hub, Beijing, "m5.large");
        using var beijing = Ec2();
        using var ningxia = Ec2(region: Ningxia);

        await Started(beijing, A); // runs already
        await Started(ningxia, B);

        Assert.Equal((PowerState.Running, PowerState.Pending), (Aws.Ec2[A].State, Aws.Ec2[B].State));
    }

    [Theory]
    // Where EC2 finds out: when the type is set, or only when the instance is started with it.
    [InlineData(TypeMismatch.Architecture, "change", "InvalidParameterCombination", "The architecture 'arm64' of the")]
    [InlineData(TypeMismatch.Virtualization, "change", "InvalidParameterCombination", "'hvm' is required for instances of type")]
    [InlineData(TypeMismatch.EnhancedNetworking, "start", "InvalidParameterCombination", "(ENA) is required for the 'c6g.large'")]
    [InlineData(TypeMismatch.Configuration, "start", "Unsupported", "The requested configuration is currently not supported.")]
    internal async Task A_type_that_is_not_for_an_instance_is_refused(TypeMismatch mismatch, string at, string code, string text)
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, IncompatibleTypes = new Dictionary<string, TypeMismatch> { ["c6g.large"] = mismatch } });
        Aws.Ec2.Add(new LocalInstance { Id = B });
        using var ec2 = Ec2();

        if (at == "start")
        {
            await Resized(ec2, A, "c6g.large");
        }

        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => at == "start" ? Started(ec2, A, B) : Resized(ec2, A, "c6g.large"));
        Assert.Equal(at == "start" ? "c6g.large" : "m5.large", Aws.Ec2[A].CurrentType);
        Assert.All(Aws.Ec2.Instances, i => Assert.Equal(PowerState.Stopped, i.State));

        // Any other type will do.
        await Resized(ec2, A, "m5.xlarge");
        await Started(ec2, A, B);

        Assert.Equal(code, error.ErrorCode);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("i-0", error.Message, StringComparison.Ordinal);
    }

    private static Task<StartInstancesResponse> Started(AmazonEC2Client ec2, params string[] ids) =>
        ec2.StartInstancesAsync(new StartInstancesRequest([.. ids]));

    private static Task<ModifyInstanceAttributeResponse> Resized(AmazonEC2Client ec2, string id, string type) =>
        ec2.ModifyInstanceAttributeAsync(new ModifyInstanceAttributeRequest { InstanceId = id, InstanceType = type });
}

public sealed class Ec2TypeInProcessTests() : Ec2TypeTests(Transport.InProcess);

public sealed class Ec2TypeLoopbackTests() : Ec2TypeTests(Transport.Loopback);

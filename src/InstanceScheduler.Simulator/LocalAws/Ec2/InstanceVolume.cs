namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>An EBS volume of an instance. Its id follows from the instance's.</summary>
internal readonly record struct InstanceVolume(string Id, string Device, int SizeInGiB)
{
    private const int RootSize = 20;
    private const int DataSize = 100;

    /// <summary>A root volume and one for data, or none where the root is an instance store.</summary>
    public static IReadOnlyList<InstanceVolume> Of(LocalInstance instance)
    {
        var digits = instance.Id["i-".Length..];

        // Ids begin with 0 in AWS. Where a test's own begins with d, its two volumes still need different ones.
        var first = digits[0] == 'd' ? 'e' : 'd';
        return instance.InstanceStoreRoot
            ? []
            : [new("vol-" + digits, "/dev/xvda", RootSize), new($"vol-{first}{digits[1..]}", "/dev/sdf", DataSize)];
    }
}

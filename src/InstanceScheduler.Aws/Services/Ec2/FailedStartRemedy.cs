namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>What a person can do about instances that fell back to stopped.</summary>
/// <param name="Text">The remedy.</param>
/// <param name="IsStanding">Whether every start fails until then.</param>
internal sealed record FailedStartRemedy(string Text, bool IsStanding = false)
{
    private const string Permissions = "kms:CreateGrant (where kms:GrantIsForAWSResource is true), kms:Decrypt, kms:DescribeKey, "
        + "kms:GenerateDataKeyWithoutPlaintext and kms:ReEncrypt*";

    private const string Look = "start it by hand to see whether that works, and look at its volumes and its system log";

    /// <summary>For a client error of an instance whose volumes are not encrypted.</summary>
    public static readonly FailedStartRemedy WithoutKeys = new($"none of its volumes is encrypted, so a key is not the cause: {Look}");

    /// <param name="keys">Names of the keys of its volumes.</param>
    public static FailedStartRemedy ForKeys(string keys) => new(
        $"most often the scheduler's role may not use the key of an encrypted volume: allow it {Permissions} on {keys}, "
        + "in the key's policy or by a grant, and where the key is another account's in the role's policy too; the key must be enabled",
        IsStanding: true);

    /// <param name="failure">Code of what kept the keys from being looked up.</param>
    public static FailedStartRemedy ForUnknownKeys(string failure) => new(
        "most often the scheduler's role may not use the KMS key of an encrypted volume: "
        + $"allow it {Permissions} on the key, which must be enabled (to have it named, mend this: DescribeVolumes failed with {failure})",
        IsStanding: true);

    /// <param name="code">AWS's code for the last transition; empty: none.</param>
    public static FailedStartRemedy For(string code) => code switch
    {
        "Client.VolumeLimitExceeded" => new("raise the account's EBS quota in this region, or delete volumes", IsStanding: true),
        "Client.InvalidSnapshot.NotFound" => new(
            "a volume needs a snapshot that is gone: replace the volume, or restore the snapshot", IsStanding: true),
        "Client.InstanceTerminated" => new("it was rebooted or terminated while an image was made: see who makes images at that time"),
        "Server.InsufficientInstanceCapacity" => new(
            "no capacity for its type: the schedule starts it again; another type or zone may have some"),
        "Server.InternalError" => new(
            "a fault inside AWS: the schedule starts it again; else see whether the role may use its volumes' KMS keys, then ask AWS"),
        "Server.ScheduledStop" => new("AWS retires its hardware: see its scheduled events; the next start moves it elsewhere"),
        _ when code.StartsWith("Server.SpotInstance", StringComparison.Ordinal) =>
            new("Spot capacity or price does not let it run: raise the request's maximum price, or use On-Demand"),
        _ when code.Contains("License", StringComparison.OrdinalIgnoreCase) => new(
            "free or add licences in License Manager; on its licence configuration the scheduler's role needs ec2:StartInstances too",
            IsStanding: true),
        _ => new($"{Look}; the schedule decides again"),
    };
}

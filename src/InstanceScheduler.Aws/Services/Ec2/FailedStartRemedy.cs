namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>What a person can do about instances that fell back to stopped.</summary>
/// <param name="Text">The remedy.</param>
/// <param name="IsStanding">Whether every start fails until then.</param>
internal sealed record FailedStartRemedy(string Text, bool IsStanding = false)
{
    private const string Permissions =
        "kms:CreateGrant (where kms:GrantIsForAWSResource is true), kms:Decrypt, kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext and kms:ReEncrypt*";

    private const string Look = "start it by hand to see whether that works, and look at its volumes and its system log";

    /// <summary>For a client error of an instance whose volumes are not encrypted.</summary>
    public static readonly FailedStartRemedy WithoutKeys = new($"none of its volumes is encrypted, so a key is not the cause: {Look}");

    public static FailedStartRemedy ForKeys(string keys) => new(
        $"most often the scheduler's role may not use the key of an encrypted volume: allow it {Permissions} on {keys}, in the key's policy or by a grant, "
        + "and where the key belongs to another account in the role's own policy too; the key must be enabled",
        IsStanding: true);

    public static FailedStartRemedy ForUnknownKeys(string failure) => new(
        $"most often the scheduler's role may not use the KMS key of an encrypted volume: allow it {Permissions} on that key, which must be enabled "
        + $"(which key it is could not be looked up: DescribeVolumes failed with {failure})",
        IsStanding: true);

    /// <param name="code">AWS's code for the last transition; empty: none.</param>
    public static FailedStartRemedy For(string code) => code switch
    {
        "Client.VolumeLimitExceeded" => new("raise the account's EBS quota in this region, or delete volumes that nobody needs", IsStanding: true),
        "Client.InvalidSnapshot.NotFound" => new("a volume needs a snapshot that is gone: replace the volume, or restore the snapshot", IsStanding: true),
        "Server.InsufficientInstanceCapacity" => new(
            $"AWS had no capacity for its type: started again by the schedule; list other types in the tag {ManagedInstance.PreferredTypesKey}"),
        "Server.InternalError" => new(
            "a fault inside AWS: started again by the schedule; if that goes on, check the role's permission on the volumes' KMS keys, then ask AWS"),
        "Server.ScheduledStop" => new("AWS retires its hardware: see the scheduled events; the next start moves it elsewhere"),
        "Client.InstanceTerminated" => new("it was rebooted or terminated while an image was made: see who makes images at that time"),
        _ when code.StartsWith("Server.SpotInstance", StringComparison.Ordinal) =>
            new("Spot capacity or price does not allow it to run: raise the request's maximum price, or use On-Demand"),
        _ when code.Contains("License", StringComparison.OrdinalIgnoreCase) => new(
            "free or add licences in the licence configuration of its image, in License Manager; the scheduler's role needs ec2:StartInstances on it too",
            IsStanding: true),
        _ => new($"{Look}; the schedule decides again"),
    };
}

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>A volume as it was at one instant.</summary>
/// <param name="Owner">The instance that it is attached to.</param>
/// <param name="Volume">The volume itself.</param>
/// <param name="Sequence">Its place in listings.</param>
internal readonly record struct VolumeView(InstanceView Owner, InstanceVolume Volume, long Sequence)
{
    public string? KmsKeyId => Owner.Instance.KmsKeyId;
}

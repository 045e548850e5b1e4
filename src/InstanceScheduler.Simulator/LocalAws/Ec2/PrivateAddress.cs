namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>An address in 10.0.0.0/8, the same for the same place in the fleet.</summary>
internal readonly record struct PrivateAddress(long Sequence)
{
    public string ToString(char separator) =>
        $"10{separator}{(Sequence >> 16) & 255}{separator}{(Sequence >> 8) & 255}{separator}{Sequence & 255}";
}

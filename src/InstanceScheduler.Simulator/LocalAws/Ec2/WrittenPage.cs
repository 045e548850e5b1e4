namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>A page of a listing as it was sent.</summary>
/// <param name="Xml">From the reservations on to the token.</param>
/// <param name="Count">How many instances it has.</param>
internal sealed record WrittenPage(byte[] Xml, int Count);

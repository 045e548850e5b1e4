using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>Carries out one operation: writes the answer's elements after the request id and gives the number of items.</summary>
internal delegate int Ec2Operation(FleetRegion region, QueryParameters input, XmlBuffer output);

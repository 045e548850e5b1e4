using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Carries out one operation: writes the elements of its result, if it has any, and gives the number of items.</summary>
internal delegate int RdsOperation(RdsRegion region, QueryParameters input, XmlBuffer output);

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>Carries out one operation: writes the members of the answer's result and gives the number of items.</summary>
internal delegate int QueryOperation(CallScope scope, QueryParameters input, XmlBuffer output);

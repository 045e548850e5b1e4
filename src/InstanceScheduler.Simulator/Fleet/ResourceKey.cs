namespace InstanceScheduler.Simulator.Fleet;

/// <summary>What the function knows an instance by: databases of several regions may be called alike.</summary>
/// <param name="Service"><c>ec2</c> or <c>rds</c>.</param>
/// <param name="Account">Twelve digits.</param>
/// <param name="Region">For instance <c>cn-north-1</c>.</param>
/// <param name="Id">The instance's id, the database's or cluster's identifier.</param>
internal readonly record struct ResourceKey(string Service, string Account, string Region, string Id);

namespace InstanceScheduler.Aws.Health;

/// <summary>What a run found and did, in numbers of instances.</summary>
/// <param name="Managed">Those with a schedule tag.</param>
/// <param name="Running">Those of them that were running before the run acted.</param>
/// <param name="Started">Starts that AWS accepted.</param>
/// <param name="Stopped">Stops that AWS accepted.</param>
internal readonly record struct RunCounts(int Managed, int Running, int Started, int Stopped);

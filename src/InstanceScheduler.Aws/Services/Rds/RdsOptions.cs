namespace InstanceScheduler.Aws.Services.Rds;

/// <summary>What an operator decides about databases.</summary>
/// <param name="StackName">Begins the name of the snapshots that stops take.</param>
/// <param name="CreateSnapshot">Whether the stop of a DB instance takes a snapshot.</param>
/// <param name="ScheduleClusters">Whether DB clusters are scheduled too; no call about clusters is made otherwise.</param>
internal sealed record RdsOptions(string StackName, bool CreateSnapshot, bool ScheduleClusters);

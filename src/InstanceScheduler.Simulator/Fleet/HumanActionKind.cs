namespace InstanceScheduler.Simulator.Fleet;

/// <summary>What somebody does in the console.</summary>
internal enum HumanActionKind
{
    Start,
    Stop,
}

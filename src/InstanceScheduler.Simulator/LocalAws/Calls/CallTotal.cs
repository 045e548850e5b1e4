namespace InstanceScheduler.Simulator.LocalAws.Calls;

/// <summary>How often, and how many items all answers held together.</summary>
internal readonly record struct CallTotal(long Calls, long Items);

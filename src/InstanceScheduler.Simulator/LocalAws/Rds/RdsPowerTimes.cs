namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>The transition times of one kind of resource.</summary>
internal readonly record struct RdsPowerTimes(TimeSpan Start, TimeSpan Stop, TimeSpan LongestStop);

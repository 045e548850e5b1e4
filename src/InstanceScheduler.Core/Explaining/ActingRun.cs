namespace InstanceScheduler.Core.Explaining;

/// <summary>Which run does what comes next.</summary>
public enum ActingRun
{
    /// <summary>The first one at or after the transition.</summary>
    First,

    /// <summary>The one after that: the first one still spares the instance, and only takes the entry that made it do so.</summary>
    Second,

    /// <summary>The run after the coming one which, for an instance on its way, is the first that finds it arrived. No transition is awaited.</summary>
    Following,

    /// <summary>The first one that finds an instance arrived which is on its way.</summary>
    Arrival,
}

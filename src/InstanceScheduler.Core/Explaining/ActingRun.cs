namespace InstanceScheduler.Core.Explaining;

/// <summary>Which run does what comes next.</summary>
public enum ActingRun
{
    /// <summary>The first one at or after the transition.</summary>
    First,

    /// <summary>The one after that: the first one still spares the instance, and only takes the entry that made it do so.</summary>
    Second,

    /// <summary>The run after the one that comes now or, for an instance on its way, the first one that finds it arrived. No transition comes before.</summary>
    Following,
}

namespace InstanceScheduler.Core.Overrides;

/// <summary>What an override is about, from the weakest to the strongest: where several hold, the strongest wins.</summary>
public enum OverrideScope
{
    /// <summary>All instances of an account.</summary>
    Account,

    /// <summary>All instances of a schedule.</summary>
    Schedule,

    /// <summary>The instance whose tag it is.</summary>
    Tag,

    /// <summary>One instance, by an item of the configuration table.</summary>
    Instance,
}

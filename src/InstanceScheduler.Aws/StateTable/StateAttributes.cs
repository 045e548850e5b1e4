using System.Collections.Frozen;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>Attribute names of the state table. Every other attribute of an item is an instance id.</summary>
internal static class StateAttributes
{
    public const string Service = "service";
    public const string AccountRegion = "account-region";
    public const string Timestamp = "timestamp";
    public const string PurgeInNextCleanup = "purge_in_next_cleanup";

    /// <summary>In the first pending item only: when the last clean-up looked.</summary>
    public const string Checked = "checked";

    public static readonly FrozenSet<string> Reserved =
        FrozenSet.Create(StringComparer.Ordinal, Service, AccountRegion, Timestamp, PurgeInNextCleanup, Checked);
}

namespace InstanceScheduler.Aws.ConfigTable;

/// <summary>What a stored item has to be for a resource to take its place or delete it.</summary>
internal enum OwnershipRule
{
    /// <summary>The resource's own, by stack and logical id; or there is none.</summary>
    OwnOrNew,

    /// <summary>Not another's: v1.x did not say which resource an item belongs to, and its CLI dropped the stack at every update.</summary>
    NotAnothers,
}

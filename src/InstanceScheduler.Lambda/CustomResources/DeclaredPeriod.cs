using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>A period of a schedule as a template declares it.</summary>
/// <param name="Item">The item.</param>
/// <param name="InstanceType">The type that instances get in it; null: they keep theirs.</param>
internal sealed record DeclaredPeriod(ConfigItem Item, string? InstanceType)
{
    /// <summary>How the schedule names it.</summary>
    public string Reference => InstanceType is null ? Item.Name : $"{Item.Name}@{InstanceType}";
}

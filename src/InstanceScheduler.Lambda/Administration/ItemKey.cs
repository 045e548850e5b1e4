using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Which item is meant to change: a period, a schedule, a calendar or an override, or, where the caller says so, the settings.</summary>
internal sealed record ItemKey
{
    private readonly string _type;
    private readonly string _name;

    /// <exception cref="ActionRefusedException">It is none that may be changed.</exception>
    public ItemKey(string type, string name, bool mayBeConfig)
    {
        var isConfig = type == ConfigTypes.Config && name == ConfigTypes.SchedulerItem;
        if (isConfig && !mayBeConfig)
            throw new ActionRefusedException(
                $"error: {type} {name} holds the settings, which the next update of the stack writes anew; change the stack's parameters, or set {ActionParameters.AllowConfig}");
        if (!isConfig && type is not (ConfigTypes.Period or ConfigTypes.Schedule or ConfigTypes.Calendar or ConfigTypes.Override))
            throw new ActionRefusedException($"error: {ConfigAttributes.Type}: \"{type}\" {name} is not an item that can be changed; use {ConfigTypes.Period}, {ConfigTypes.Schedule}, {ConfigTypes.Calendar} or {ConfigTypes.Override}");
        if (name.Length == 0)
            throw new ActionRefusedException($"error: {type} name parameter can not be empty");
        (_type, _name) = (type, name);
    }

    /// <summary>The stored item.</summary>
    /// <param name="table">The table.</param>
    /// <param name="version">The version that it has to have; empty: there must be no such item, and null is returned.</param>
    /// <exception cref="ActionRefusedException">It is otherwise.</exception>
    public StoredItem? Find(StoredTable table, string version)
    {
        var stored = table.Find(_type, _name);
        if (version.Length == 0)
            return stored is null ? null : throw new ActionRefusedException($"error: {_type} {_name} already exists");
        if (stored is null)
            throw new ActionRefusedException($"not found: {_type} {_name} does not exist");
        ConfigAccess.CheckVersion(stored, version);
        return stored;
    }

    public static ActionRefusedException Missing(string parameter) => new($"error: {parameter} parameter is missing");
}

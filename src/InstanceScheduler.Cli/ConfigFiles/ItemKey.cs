using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>Type and name of an item of the configuration table.</summary>
internal readonly record struct ItemKey(string Type, string Name)
{
    public bool IsConfig => Type == ConfigTypes.Config;

    public override string ToString() => $"{Type} \"{Name}\"";
}

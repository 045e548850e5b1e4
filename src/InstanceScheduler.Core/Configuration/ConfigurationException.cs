namespace InstanceScheduler.Core.Configuration;

/// <summary>An item that cannot be used; caught at the item and reported as a <see cref="ConfigurationProblem"/>.</summary>
internal sealed class ConfigurationException(string? field, string message) : Exception(message)
{
    public string? Field { get; } = field;
}

namespace InstanceScheduler.Lambda.Settings;

/// <summary>A required setting is missing.</summary>
/// <param name="prefix">Where the settings are.</param>
/// <param name="name">Which one is missing.</param>
internal sealed class SettingsException(string prefix, string name)
    : Exception($"setting \"{prefix}/{name}\" is missing in Parameter Store; the stack creates it, or put it there by hand")
{
}

namespace InstanceScheduler.Core.Maintenance;

/// <summary>A maintenance window that cannot be read.</summary>
/// <param name="window">The window as it was written, or its name.</param>
/// <param name="part">The offending part as it was written.</param>
/// <param name="reason">What is wrong with it, and what would be right; follows the quoted part.</param>
public sealed class MaintenanceWindowFormatException(string window, string part, string reason)
    : FormatException($"maintenance window \"{window}\": \"{part}\" {reason}")
{
    /// <summary>The window as it was written, or its name.</summary>
    public string Window { get; } = window;

    /// <summary>The offending part as it was written.</summary>
    public string Part { get; } = part;

    /// <summary>What is wrong with the part, and what would be right.</summary>
    public string Reason { get; } = reason;
}

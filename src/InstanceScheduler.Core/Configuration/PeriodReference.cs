namespace InstanceScheduler.Core.Configuration;

/// <summary>A period as a schedule names it: <c>office</c>, or <c>office@m5.large</c>.</summary>
/// <param name="Name">Name of the period; up to the first <c>@</c>.</param>
/// <param name="InstanceType">What stands behind that; null where there is none.</param>
internal readonly record struct PeriodReference(string Name, string? InstanceType)
{
    private const char Separator = '@';

    /// <summary>Whether a type that is asked for is one.</summary>
    public bool IsWellFormed => InstanceType is null || (InstanceType.Length > 0 && !InstanceType.Contains(Separator, StringComparison.Ordinal));

    public static PeriodReference Parse(string written)
    {
        var at = written.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? new PeriodReference(written, InstanceType: null) : new PeriodReference(written[..at], written[(at + 1)..]);
    }
}

namespace InstanceScheduler.Lambda.Metrics;

/// <summary>Any name as the value of a metric's dimension, for which CloudWatch takes printable ASCII only.</summary>
internal static class DimensionValue
{
    private const int MaxLength = 1024;

    /// <summary>The name itself where it will do, else percent-encoded as in an address, so that two names stay two.</summary>
    public static string Of(string name)
    {
        var value = name.All(letter => letter is >= ' ' and <= '~') && !string.IsNullOrWhiteSpace(name) ? name : Uri.EscapeDataString(name);
        return value[..Math.Min(value.Length, MaxLength)];
    }
}

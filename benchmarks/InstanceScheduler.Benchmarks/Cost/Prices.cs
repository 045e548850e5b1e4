namespace InstanceScheduler.Benchmarks.Cost;

/// <summary>List prices of AWS's regions in China, in CNY, without free shares.</summary>
/// <remarks>
/// Those of DynamoDB's writes, of metrics and of alarms as copies of the price pages showed them; all others are unchecked. They change:
/// look them up on https://www.amazonaws.cn/pricing/, and give yours as options.
/// </remarks>
internal sealed record Prices
{
    /// <summary>When they were written down.</summary>
    public const string Date = "2026-11-28";

    /// <summary>Lambda, a GB-second. Unchecked.</summary>
    public double GbSecond { get; init; } = 0.0001134;

    /// <summary>Lambda, a million requests. Unchecked.</summary>
    public double Requests { get; init; } = 1.36;

    /// <summary>DynamoDB on demand, a million write units.</summary>
    public double WriteUnits { get; init; } = 11.1538;

    /// <summary>DynamoDB on demand, a million read units. Unchecked.</summary>
    public double ReadUnits { get; init; } = 2.2308;

    /// <summary>CloudWatch Logs, a GB taken in. Unchecked.</summary>
    public double LogGb { get; init; } = 6.228;

    /// <summary>CloudWatch, a metric for a month.</summary>
    public double Metric { get; init; } = 2;

    /// <summary>CloudWatch, an alarm for a month.</summary>
    public double Alarm { get; init; } = 0.622;
}

namespace InstanceScheduler.Benchmarks.Cost;

/// <summary>What an installation uses in a month of 30 days, and what that costs in CNY.</summary>
/// <param name="Invocations">Of the function.</param>
/// <param name="GbSeconds">Of Lambda.</param>
/// <param name="ReferenceGbSeconds">The same of the scheduler in Python (v1.3), from its CPU.</param>
/// <param name="ReadUnits">Of DynamoDB.</param>
/// <param name="WriteUnits">Of DynamoDB.</param>
/// <param name="LogGb">Of CloudWatch Logs.</param>
/// <param name="Metrics">Of CloudWatch.</param>
/// <param name="Alarms">Of CloudWatch.</param>
/// <param name="Prices">Of all that.</param>
internal sealed record MonthlyCost(
    double Invocations, double GbSeconds, double ReferenceGbSeconds, double ReadUnits, double WriteUnits, double LogGb, int Metrics, int Alarms, Prices Prices)
{
    private const double Million = 1_000_000;

    public double Lambda => GbSeconds * Prices.GbSecond + Requests;

    public double ReferenceLambda => ReferenceGbSeconds * Prices.GbSecond + Requests;

    public double DynamoDb => (ReadUnits * Prices.ReadUnits + WriteUnits * Prices.WriteUnits) / Million;

    public double Logs => LogGb * Prices.LogGb;

    public double CloudWatch => Metrics * Prices.Metric + Alarms * Prices.Alarm;

    public double Sum => Lambda + DynamoDb + Logs + CloudWatch;

    private double Requests => Invocations * Prices.Requests / Million;
}

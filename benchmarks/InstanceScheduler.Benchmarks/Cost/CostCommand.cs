using System.CommandLine;
using InstanceScheduler.Benchmarks.Suite;

namespace InstanceScheduler.Benchmarks.Cost;

/// <summary>What the scheduler itself costs in a month.</summary>
internal sealed class CostCommand : Command
{
    private static readonly Prices Listed = new();

    private readonly Option<FileInfo> _json = BenchmarkOptions.File("--json", "Results of the command all", "docs/performance.json");
    private readonly Option<int> _accounts = BenchmarkOptions.Count("--accounts", "Accounts that are scheduled", 1);
    private readonly Option<int> _regions = BenchmarkOptions.Count("--regions", "Regions of each", 1);
    private readonly Option<int> _services = BenchmarkOptions.Count("--services", "Services of each", 1);
    private readonly Option<int> _instances = BenchmarkOptions.Count("--instances", "Instances, all together", 1_000);
    private readonly Option<int> _minutes = BenchmarkOptions.Count("--minutes", "Between two ticks", 5);
    private readonly Option<int> _memory = BenchmarkOptions.Count("--memory", "Size of the function in MB, one that was measured", 128);
    private readonly Option<int> _boundaries = BenchmarkOptions.Count("--boundaries", "Moments of a day at which all instances start or stop", 2);
    private readonly Option<int> _metrics = new("--metric-schedules") { Description = "Schedules with metrics" };
    private readonly Option<double> _listing = Number("--listing-seconds", "Until AWS has answered a listing of a thousand (an estimate)", 1);
    private readonly Option<double> _call = Number("--call-seconds", "Until AWS has answered any other call (an estimate)", 0.02);
    private readonly Option<double> _gbSecond = Number("--price-gb-second", "Lambda, a GB-second", Listed.GbSecond);
    private readonly Option<double> _requests = Number("--price-requests", "Lambda, a million requests", Listed.Requests);
    private readonly Option<double> _writes = Number("--price-writes", "DynamoDB, a million write units", Listed.WriteUnits);
    private readonly Option<double> _reads = Number("--price-reads", "DynamoDB, a million read units", Listed.ReadUnits);
    private readonly Option<double> _logs = Number("--price-log-gb", "CloudWatch Logs, a GB taken in", Listed.LogGb);
    private readonly Option<double> _metric = Number("--price-metric", "CloudWatch, a metric for a month", Listed.Metric);
    private readonly Option<double> _alarm = Number("--price-alarm", "CloudWatch, an alarm for a month", Listed.Alarm);

    public CostCommand()
        : base("cost", "Works out what the scheduler itself costs in a month, from measured figures and list prices of China.")
    {
        foreach (var option in new Option[]
        {
            _json, _accounts, _regions, _services, _instances, _minutes, _memory, _boundaries, _metrics, _listing, _call,
            _gbSecond, _requests, _writes, _reads, _logs, _metric, _alarm,
        })
            Options.Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var input = new CostInput(
            parsed.GetRequiredValue(_accounts), parsed.GetRequiredValue(_regions), parsed.GetRequiredValue(_services), parsed.GetRequiredValue(_instances),
            parsed.GetRequiredValue(_minutes))
        {
            Memory = parsed.GetRequiredValue(_memory),
            MetricSchedules = parsed.GetValue(_metrics),
            Boundaries = parsed.GetRequiredValue(_boundaries),
            ListingSeconds = parsed.GetRequiredValue(_listing),
            CallSeconds = parsed.GetRequiredValue(_call),
        };
        var prices = new Prices
        {
            GbSecond = parsed.GetRequiredValue(_gbSecond),
            Requests = parsed.GetRequiredValue(_requests),
            WriteUnits = parsed.GetRequiredValue(_writes),
            ReadUnits = parsed.GetRequiredValue(_reads),
            LogGb = parsed.GetRequiredValue(_logs),
            Metric = parsed.GetRequiredValue(_metric),
            Alarm = parsed.GetRequiredValue(_alarm),
        };
        MonthlyCost cost;
        try
        {
            cost = new CostModel(SuiteResults.Read(File.ReadAllText(parsed.GetRequiredValue(_json).FullName)), prices).Of(input);
        }
        catch (Exception unusable) when (unusable is IOException or System.Text.Json.JsonException or InvalidOperationException)
        {
            Console.Error.WriteLine(unusable.Message);
            return 1;
        }

        Console.WriteLine($"{input.Targets:N0} targets of {input.InstancesEach:N0} instances, every {input.Minutes} minutes, {input.Memory} MB; a month of 30 days, in CNY, no free shares:");
        Console.WriteLine($"  Lambda        {cost.Lambda,10:N2}   {cost.Invocations:N0} invocations, {cost.GbSeconds:N0} GB-seconds (v1.3 in Python: {cost.ReferenceLambda:N2}, {cost.ReferenceGbSeconds:N0})");
        Console.WriteLine($"  DynamoDB      {cost.DynamoDb,10:N2}   {cost.ReadUnits:N0} read units, {cost.WriteUnits:N0} write units");
        Console.WriteLine($"  logs          {cost.Logs,10:N2}   {cost.LogGb:N2} GB");
        Console.WriteLine($"  CloudWatch    {cost.CloudWatch,10:N2}   {cost.Metrics} metrics, {cost.Alarms} alarms");
        Console.WriteLine($"  together      {cost.Sum,10:N2}   prices of {Prices.Date}, unless given; see docs/performance.md");
        return 0;
    }

    private static Option<double> Number(string name, string description, double otherwise)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !(double.TryParse(given.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 0))
                result.AddError($"{name}: \"{given.Value}\" cannot be used; give a number from 0 on.");
        });
        return option;
    }
}

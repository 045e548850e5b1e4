using System.CommandLine;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Report;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace InstanceScheduler.Simulator;

/// <summary>The command line of the simulator.</summary>
internal sealed class SimulatorCommand
{
    private const int Unusable = 2;
    private const int ShortestTick = 1;
    private const int LongestTick = 1440;
    private const int MostDays = 400;

    private readonly Option<FileInfo?> _instances = new("--instances", "-i") { Description = "JSON of \"aws ec2 describe-instances\" (several may follow each other in one file). Default: a sample fleet" };
    private readonly Option<FileInfo?> _config = new("--config", "-c") { Description = "JSON of \"aws dynamodb scan\" of the configuration table. Default: a sample configuration" };
    private readonly Option<FileInfo?> _prices = new("--prices", "-p") { Description = "JSON of hourly prices by instance type: {\"currency\":\"CNY\",\"t3.medium\":0.29}" };
    private readonly Option<int> _days = new("--days", "-d") { Description = "Days to play", DefaultValueFactory = _ => 7 };
    private readonly Option<int> _tick = new("--tick", "-t") { Description = "Minutes between ticks", DefaultValueFactory = _ => 5 };
    private readonly Option<string?> _start = new("--start", "-s") { Description = "First day, yyyy-mm-dd. Default: the sample's week, else the Monday of this week" };
    private readonly Option<string> _zone = new("--zone", "-z") { Description = "Time zone of the report's clock", DefaultValueFactory = _ => "Asia/Shanghai" };
    private readonly Option<FileInfo> _report = new("--report", "-r") { Description = "Where to write the HTML report", DefaultValueFactory = _ => new FileInfo("report.html") };
    private readonly Option<FileInfo?> _function = new("--function", "-f") { Description = "A published bootstrap to drive over loopback instead of the function in this process" };

    private readonly IAnsiConsole _output;
    private readonly TextWriter _errors;
    private readonly TimeProvider _time;

    public SimulatorCommand(IAnsiConsole output, TextWriter errors, TimeProvider time) => (_output, _errors, _time) = (output, errors, time);

    public async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        var root = new RootCommand("Plays days of a fleet in seconds: the scheduler's real code against a local AWS, in virtual time. Needs no AWS account.")
        {
            _instances, _config, _prices, _days, _tick, _start, _zone, _report, _function,
        };
        root.SetAction(PlayAsync);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, stop);
        foreach (var error in parsed.Errors)
            await _errors.WriteLineAsync(error.Message);
        await _errors.WriteLineAsync("See --help for what there is.");
        return Unusable;
    }

    private async Task<int> PlayAsync(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            var input = Read(parsed);
            foreach (var note in input.Notes)
                await _errors.WriteLineAsync(note);
            var report = await PlayAsync(input, stop);
            ConsoleTable.Write(_output, report);
            ConsoleProblems.Write(_output, report);
            await WriteAsync(parsed.GetRequiredValue(_report), report);
            return 0;
        }
        catch (InputFileException unusable)
        {
            await _errors.WriteLineAsync(unusable.Message);
            return Unusable;
        }
    }

    private async Task<SimulationReport> PlayAsync(SimulationInput input, CancellationToken stop)
    {
        SimulationReport? report = null;
        using var simulation = new Simulation(input);
        try
        {
            await ProgressLine.RunAsync(_output, input.Title, input.Ticks, async ticked => report = await simulation.RunAsync(ticked, stop));
        }
        catch (InvalidOperationException failure) when (input.FunctionPath is not null)
        {
            throw new InputFileException(failure.Message, failure);
        }

        return report!;
    }

    private async Task WriteAsync(FileInfo file, SimulationReport report)
    {
        try
        {
            await using var writer = new StreamWriter(file.FullName);
            HtmlReport.Write(writer, report);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputFileException($"the report \"{file}\" cannot be written: {failure.Message}; give another path with --report", failure);
        }

        _output.WriteLine($"The timeline is in {file.FullName}; open it in a browser.");
    }

    private SimulationInput Read(ParseResult parsed)
    {
        var isSample = parsed.GetValue(_instances) is null;
        var fleet = parsed.GetValue(_instances) is { } instances ? FleetFile.Read(instances.FullName) : Sample.Fleet();
        var config = parsed.GetValue(_config) is { } configFile ? ConfigFile.Read(configFile.FullName) : Sample.Config();
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(parsed.GetRequiredValue(_zone))
            ?? throw new InputFileException($"--zone: \"{parsed.GetRequiredValue(_zone)}\" does not exist; use a name such as Asia/Shanghai");
        var prices = parsed.GetValue(_prices) is { } priceFile ? PriceList.Read(priceFile.FullName) : isSample ? Sample.Prices() : null;
        return new SimulationInput
        {
            Title = isSample ? "A week of the sample fleet" : "A week of your fleet",
            Fleet = fleet.Instances,
            Config = config.Items,
            Prices = prices,
            Humans = isSample && parsed.GetValue(_config) is null ? Sample.Actions : [],
            Notes = [.. fleet.Problems.Concat(config.Problems).Concat(prices?.Problems ?? []).Select(problem => problem.ToString())],
            FirstDay = FirstDay(parsed.GetValue(_start), isSample, zone),
            Days = InRange(parsed.GetValue(_days), "--days", 1, MostDays),
            Tick = Duration.FromMinutes(InRange(parsed.GetValue(_tick), "--tick", ShortestTick, LongestTick)),
            Zone = zone,
            FunctionPath = parsed.GetValue(_function)?.FullName,
        };
    }

    private LocalDate FirstDay(string? text, bool isSample, DateTimeZone zone)
    {
        if (text is not null)
            return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day
                : throw new InputFileException($"--start: \"{text}\" is not a date; write it as 2026-11-23");
        if (isSample)
            return Sample.FirstDay;
        var today = Instant.FromDateTimeOffset(_time.GetUtcNow()).InZone(zone).Date;
        return today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
    }

    private static int InRange(int number, string option, int lowest, int highest) =>
        number >= lowest && number <= highest ? number
            : throw new InputFileException($"{option}: {number} is out of range; use {lowest} to {highest}");
}

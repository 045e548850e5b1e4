using System.CommandLine;
using InstanceScheduler.Core.Configuration;
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

    private readonly Option<string?> _sample = new("--sample") { Description = $"A made-up fleet: {Sample.Names}. Default: {Sample.All[0].Name}" };
    private readonly Option<string?> _instances = new("--instances", "-i") { Description = "JSON of \"aws ec2 describe-instances\", \"aws rds describe-db-instances\", \"aws rds describe-db-clusters\" and \"aws ssm describe-maintenance-windows\" (several may follow each other in one file). Default: the sample fleet" };
    private readonly Option<string?> _config = new("--config", "-c") { Description = "JSON of \"aws dynamodb scan\" of the configuration table. Default: the sample's" };
    private readonly Option<string?> _prices = new("--prices", "-p") { Description = "JSON of hourly prices by instance type and database class: {\"currency\":\"CNY\",\"t3.medium\":0.29}" };
    private readonly Option<string?> _days = new("--days", "-d") { Description = "Days to play, 1 to 400. Default: the sample's, else 7" };
    private readonly Option<string?> _tick = new("--tick", "-t") { Description = "Minutes between ticks, 1 to 1440. Default: the sample's, else 5" };
    private readonly Option<string?> _start = new("--start", "-s") { Description = "First day, yyyy-mm-dd. Default: the sample's, else the Monday of this week" };
    private readonly Option<string> _zone = new("--zone", "-z") { Description = "Time zone of the report's clock", DefaultValueFactory = _ => "Asia/Shanghai" };
    private readonly Option<string> _report = new("--report", "-r") { Description = "Where to write the HTML report", DefaultValueFactory = _ => "report.html" };
    private readonly Option<string?> _function = new("--function", "-f") { Description = "A published bootstrap to drive over loopback instead of the function in this process" };

    private readonly IAnsiConsole _output;
    private readonly TextWriter _errors;
    private readonly TimeProvider _time;

    public SimulatorCommand(IAnsiConsole output, TextWriter errors, TimeProvider time) => (_output, _errors, _time) = (output, errors, time);

    public async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        var root = new RootCommand("Plays days of a fleet in seconds: the scheduler's real code against a local AWS, in virtual time. Needs no AWS account.")
        {
            _sample, _instances, _config, _prices, _days, _tick, _start, _zone, _report, _function,
            new ServeCommand(_output, _errors, _time).Command(),
        };
        root.SetAction(PlayAsync);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop);
        foreach (var error in parsed.Errors)
            await _errors.WriteLineAsync(error.Message);
        return Unusable;
    }

    private async Task<int> PlayAsync(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            var file = ReportFile(parsed.GetRequiredValue(_report));
            var input = Read(parsed);
            foreach (var note in input.Notes)
                await _errors.WriteLineAsync(note);
            var report = await PlayAsync(input, stop);
            ConsoleTable.Write(_output, report);
            ConsoleProblems.Write(_output, report);
            await WriteAsync(file, report);
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
            throw Unwritable(file.FullName, failure.Message, failure);
        }

        _output.WriteLine($"The timeline is in {file.FullName}; open it in a browser.");
    }

    // Asked before the play, so that a long one is not lost at its end.
    private static FileInfo ReportFile(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new InputFileException("--report: the path is empty; give the name of a file");
        var file = new FileInfo(path);
        if (Directory.Exists(file.FullName))
            throw Unwritable(path, "it is a directory");
        if (file.Directory is { Exists: false } folder)
            throw Unwritable(path, $"the folder \"{folder.FullName}\" does not exist");
        try
        {
            using var probe = file.Open(FileMode.OpenOrCreate, FileAccess.Write);
            return file;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, failure.Message, failure);
        }
    }

    private static InputFileException Unwritable(string path, string why, Exception? failure = null) =>
        new($"--report: \"{path}\" cannot be written: {why.TrimEnd('.')}; give another path", failure);

    private SimulationInput Read(ParseResult parsed)
    {
        var (instances, name) = (parsed.GetValue(_instances), parsed.GetValue(_sample));
        if (instances is not null && name is not null)
            throw new InputFileException("--sample: a sample brings its own fleet; leave out --sample or --instances");
        var sample = SampleOf(name ?? Sample.All[0].Name);
        var isSample = instances is null;
        var fleet = isSample ? sample.Fleet() : FleetFile.Read(instances!);
        var config = parsed.GetValue(_config) is { } configFile ? ConfigFile.Read(configFile) : sample.Config();
        var hasEvents = isSample && parsed.GetValue(_config) is null;
        var zone = ZoneNames.Find(parsed.GetRequiredValue(_zone))
            ?? throw new InputFileException($"--zone: \"{parsed.GetRequiredValue(_zone)}\" does not exist; use a name such as Asia/Shanghai");
        var days = InRange(parsed.GetValue(_days), sample.Days, "--days", 1, MostDays);
        var prices = parsed.GetValue(_prices) is { } priceFile ? PriceList.Read(priceFile) : isSample ? Sample.Prices() : null;
        return new SimulationInput
        {
            Title = $"{Length(days)} of {(isSample ? sample.Title : "your fleet")}",
            Fleet = fleet,
            Config = config.Items,
            Prices = prices,
            Humans = hasEvents ? sample.Actions : [],
            Incidents = hasEvents ? sample.Incidents : [],
            Notes = [.. fleet.Problems.Concat(config.Problems).Concat(prices?.Problems ?? []).Select(problem => problem.ToString())],
            FirstDay = FirstDay(parsed.GetValue(_start), isSample ? sample : null, zone),
            Days = days,
            Tick = Duration.FromMinutes(InRange(parsed.GetValue(_tick), sample.Tick, "--tick", ShortestTick, LongestTick)),
            Zone = zone,
            FunctionPath = parsed.GetValue(_function),
        };
    }

    private LocalDate FirstDay(string? text, Sample? sample, DateTimeZone zone)
    {
        if (text is not null)
            return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day
                : throw new InputFileException($"--start: \"{text}\" is not a date; write it as 2026-11-23");
        if (sample is not null)
            return sample.FirstDay;
        var today = Instant.FromDateTimeOffset(_time.GetUtcNow()).InZone(zone).Date;
        return today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
    }

    private static Sample SampleOf(string name) => Sample.All.FirstOrDefault(sample => sample.Name == name)
        ?? throw new InputFileException($"--sample: \"{name}\" does not exist; use {Sample.Names}");

    private static string Length(int days) => days switch
    {
        1 => "A day",
        7 => "A week",
        14 => "A fortnight",
        365 => "A year",
        _ => $"{days} days",
    };

    private static int InRange(string? text, int otherwise, string option, int lowest, int highest) =>
        text is null ? otherwise : !int.TryParse(text, out var number) ? throw new InputFileException($"{option}: \"{text}\" is not a number; use {lowest} to {highest}")
            : number >= lowest && number <= highest ? number
            : throw new InputFileException($"{option}: {number} is out of range; use {lowest} to {highest}");
}

using InstanceScheduler.Simulator;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Play;
using InstanceScheduler.Simulator.Report;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Spectre.Console.Testing;

namespace InstanceScheduler.EndToEnd.Tests;

public sealed class SimulatorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simulator").FullName;
    private readonly StringWriter _errors = new();
    private readonly TestConsole _output = new TestConsole().Width(400);

    [Fact]
    public async Task A_day_of_the_sample_fleet_is_played_and_reported()
    {
        Assert.Equal(0, await RunAsync("--days", "1", "--tick", "30"));

        var report = await File.ReadAllTextAsync(Path.Combine(_folder, "report.html"));
        Assert.Contains("dev-wang-fang", report, StringComparison.Ordinal);
        Assert.Contains("did you mean", report, StringComparison.Ordinal);
        Assert.Contains("All instances", _output.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_of_all_services_is_played_and_reported()
    {
        Assert.Equal(0, await RunAsync("--sample", "fortnight", "--days", "1", "--tick", "60"));

        var report = await File.ReadAllTextAsync(Path.Combine(_folder, "report.html"));
        Assert.Contains("A day of the sample fleet with databases", report, StringComparison.Ordinal);
        Assert.Contains("cn-northwest-1 clusters", report, StringComparison.Ordinal);
        Assert.Contains("106 of 111 managed", _output.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(36, true, true)]
    [InlineData(63, true, false)]
    public async Task Long_plays_are_shown_day_by_day(int days, bool hasYear, bool hasWeek)
    {
        Assert.Equal(0, await RunAsync("--sample", "year", "--days", $"{days}", "--tick", "720"));

        var report = await File.ReadAllTextAsync(Path.Combine(_folder, "report.html"));
        Assert.Equal((hasYear, hasWeek), (report.Contains("Hours on, day by day", StringComparison.Ordinal), report.Contains("When each instance was on", StringComparison.Ordinal)));
        Assert.Contains("2026-01-04 Sun · make-up day (cn) · ", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_brings_its_own_fleet()
    {
        Assert.Equal(2, await RunAsync("--sample", "week", "--instances", "fleet.json"));
        Assert.Contains("--sample: a sample brings its own fleet; leave out --sample or --instances", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_tick_reaches_every_region_and_office_hours_are_nine_hours()
    {
        var report = await PlayAsync(new SimulationInput
        {
            Title = "A day",
            Fleet = Sample.Week.Fleet(),
            Config = Sample.Week.Config().Items,
            FirstDay = Sample.Week.FirstDay,
            Days = 1,
            Zone = Sample.Zone,
        });

        Assert.Equal(288 * 2, report.CallCounts.Single(call => call.Operation == "lambda Invoke").Count);
        Assert.Equal(288 * 2, report.CallCounts.Single(call => call.Operation == "ec2 DescribeInstances").Count);
        var office = report.Instances.Single(instance => instance.Name == "api-test");
        Assert.Equal((1, 1), (office.Starts, office.Stops));
        Assert.InRange(report.TotalsOf(office).On, Duration.FromHours(9), Duration.FromHours(9) + Duration.FromMinutes(2));
    }

    [Fact]
    public async Task The_published_and_the_hosted_function_tell_the_same_story()
    {
        var input = new SimulationInput
        {
            Title = "Two days",
            Fleet = Sample.Week.Fleet(),
            Config = Sample.Week.Config().Items,
            Humans = Sample.Week.Actions,
            FirstDay = Sample.Week.FirstDay,
            Days = 2,
            Tick = Duration.FromMinutes(60),
            Zone = Sample.Zone,
        };

        var hosted = await PlayAsync(input);
        var published = await PlayAsync(input with { FunctionPath = Bootstraps.PathOf("built") });

        Assert.Equal(hosted.Instances.Select(Story), published.Instances.Select(Story));
        Assert.True(hosted.Instances.Sum(instance => instance.Starts) > 10);
        Assert.True(hosted.Instances.Sum(instance => instance.Stops) > 10);
    }

    [Theory]
    [InlineData("{\"Reservations\": [{\"OwnerId\": \"123456789012\", \"Instances\": [{\"Instan", "fleet.json")]
    [InlineData("{\"Buckets\": []}", "fleet.json")]
    [InlineData("", "fleet.json")]
    public async Task A_truncated_or_foreign_fleet_ends_with_exit_code_2_and_names_the_file(string content, string named)
    {
        var file = Path.Combine(_folder, "fleet.json");
        await File.WriteAllTextAsync(file, content);

        Assert.Equal(2, await RunAsync("--instances", file));
        Assert.Contains(named, _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tick", "0", "--tick: 0 is out of range")]
    [InlineData("--days", "abc", "--days: \"abc\" is not a number; use 1 to 400")]
    [InlineData("--days", "9999", "--days: 9999 is out of range")]
    [InlineData("--start", "23.11.2026", "--start: \"23.11.2026\" is not a date")]
    [InlineData("--zone", "China/Beijing", "--zone: \"China/Beijing\" does not exist")]
    [InlineData("--instances", "missing.json", "missing.json")]
    [InlineData("--function", "missing-bootstrap", "cannot be started")]
    [InlineData("--speed", "9", "--speed")]
    [InlineData("--sample", "month", "--sample: \"month\" does not exist; use week, fortnight or year")]
    public async Task Unusable_options_end_with_exit_code_2_and_say_what_would_be_right(string option, string value, string expected)
    {
        Assert.Equal(2, await RunAsync(option, value));
        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "--report: the path is empty")]
    [InlineData(".", "it is a directory")]
    [InlineData("missing-folder/report.html", "does not exist")]
    public async Task A_report_that_cannot_be_written_is_found_out_before_the_play(string path, string expected)
    {
        Assert.Equal(2, await new SimulatorCommand(_output, _errors, new FakeTimeProvider()).RunAsync(["--report", path], CancellationToken.None));
        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.Output);
    }

    [Theory]
    [InlineData("\"regions\":{\"SS\":[\"cn-north-1\"]}", "region cn-northwest-1 is not among the regions")]
    [InlineData("\"schedule_lambda_account\":{\"S\":\"false\"}", "schedule_lambda_account of config \"scheduler\" is false")]
    [InlineData("\"scheduled_services\":{\"SS\":[\"rds\"]}", "does not name ec2")]
    [InlineData("\"tagname\":{\"S\":\"schedule\"}", "its tag is \"Schedule\", and tagname of config \"scheduler\" is \"schedule\"")]
    public async Task Instances_that_the_function_never_hears_of_are_explained(string setting, string expected)
    {
        var config = Path.Combine(_folder, "config.json");
        var services = setting.StartsWith("\"scheduled_services", StringComparison.Ordinal) ? "" : ",\"scheduled_services\":{\"SS\":[\"ec2\"]}";
        await File.WriteAllTextAsync(config, "{\"Items\":[{\"type\":{\"S\":\"config\"},\"name\":{\"S\":\"scheduler\"}," + setting + services + "}]}");

        Assert.Equal(0, await RunAsync("--config", config, "--days", "1", "--tick", "720"));
        Assert.Contains(expected, _output.Output.Replace("\n", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _errors.Dispose();
        _output.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<int> RunAsync(params string[] arguments) =>
        new SimulatorCommand(_output, _errors, new FakeTimeProvider()).RunAsync([.. arguments, "--report", Path.Combine(_folder, "report.html")], CancellationToken.None);

    private static async Task<SimulationReport> PlayAsync(SimulationInput input)
    {
        using var simulation = new Simulation(input);
        return await simulation.RunAsync(_ => { }, CancellationToken.None);
    }

    private static string Story(InstanceTimeline instance) =>
        $"{instance.InstanceId} {instance.Starts} {instance.Stops} {string.Join("; ", instance.Spans.Select(span => $"{span.From} {span.State} {span.Reason}"))} {string.Join("; ", instance.Problems)}";
}

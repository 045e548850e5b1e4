using System.Text.Json.Nodes;

namespace InstanceScheduler.Cli.Tests.CalendarFiles;

public sealed class ImportCalendarTests : IDisposable
{
    private const string BuiltIn = """{"Calendars":[{"Name":"cn","BuiltIn":true,"Holidays":["2026-10-01/2026-10-07"],"Workdays":["2026-10-10"]}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("scheduler-cli").FullName;
    private readonly LocalStage _stage = new();

    [Theory]
    // A new one; one that adds to the built-in; and one of which the years of the file are replaced and the others kept.
    [InlineData("team", BuiltIn, """{"action":"create-calendar","name":"team","holidays":["2027-10-01/2027-10-02"],"workdays":["2027-10-09"]}""")]
    [InlineData("cn", BuiltIn, """{"action":"create-calendar","name":"cn","holidays":["2027-10-01/2027-10-02"],"workdays":["2027-10-09"],"extends":"cn"}""")]
    [InlineData("cn",
        """{"Calendars":[{"Name":"cn","Version":"abc","Extends":"cn","Holidays":["2026-12-31/2027-01-02","2027-10-01/2027-10-07"],"Workdays":"2027-10-10, 2028-10-08"}]}""",
        """{"action":"update-calendar","name":"cn","holidays":["2026-12-31","2027-10-01/2027-10-02"],"workdays":["2027-10-09","2028-10-08"],"patch":true,"if_version":"abc"}""")]
    public async Task Days_are_merged_year_by_year(string name, string described, string expected)
    {
        _stage.Answering(request => $"{request["action"]}" == "describe-calendars" ? described : """{"Calendar":{"Name":"x"}}""");
        var result = await RunAsync(name, """{"holidays":{"2027-10-01":"","2027-10-02":""},"workdays":{"2027-10-09":""}}""");
        Assert.Equal(new CliResult(0, "{\n   \"Calendar\": {\n      \"Name\": \"x\"\n   }\n}\n", $"{name}: 2 holidays and 1 make-up days of 2027\n"), result);
        var sent = _stage.Events[^1];
        var shown = new JsonObject { ["action"] = sent["action"]!.DeepClone() };
        foreach (var (field, value) in sent["parameters"]!.AsObject())
            shown[field] = value!.DeepClone();
        Assert.Equal(expected, shown.ToJsonString());
    }

    [Fact]
    public async Task New_Years_Eve_of_the_next_years_file_is_added_and_takes_no_year_away()
    {
        _stage.Answering(request => $"{request["action"]}" == "describe-calendars"
            ? """{"Calendars":[{"Name":"cn","Version":"abc","Holidays":["2026-10-01/2026-10-07"],"Workdays":["2026-12-31"]}]}""" : """{"Calendar":{}}""");
        await RunAsync("cn", """{"holidays":["2026-12-31/2027-01-02"]}""");
        Assert.Equal("""["2026-10-01/2026-10-07","2026-12-31/2027-01-02"]""", _stage.Events[^1]["parameters"]!["holidays"]!.ToJsonString());
        Assert.Equal("[]", _stage.Events[^1]["parameters"]!["workdays"]!.ToJsonString());
    }

    [Fact]
    public async Task A_file_that_is_none_costs_no_call()
    {
        var result = await RunAsync("cn", "no calendar");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("this is neither JSON nor an iCalendar file", result.Errors, StringComparison.Ordinal);
        Assert.Empty(_stage.Events);
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_read_is_left_as_it_is()
    {
        _stage.Answering("""{"Calendars":[{"Name":"cn","Version":"abc","Holidays":["soon"]}]}""");
        var result = await RunAsync("cn", """{"holidays":["2027-01-01"]}""");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("Calendar cn cannot be used as it is: \"soon\" is not a date", result.Errors, StringComparison.Ordinal);
        Assert.Single(_stage.Events);
    }

    public void Dispose()
    {
        _stage.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<CliResult> RunAsync(string name, string text)
    {
        var file = Path.Combine(_folder, "days");
        await File.WriteAllTextAsync(file, text);
        return await _stage.RunAsync("import-calendar", "--stack", "InstanceScheduler", "--name", name, "--file", file);
    }
}

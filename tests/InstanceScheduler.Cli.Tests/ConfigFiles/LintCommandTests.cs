using System.Text.Json.Nodes;
using InstanceScheduler.Cli.ConfigFiles;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Tests.ConfigFiles;

/// <summary>What is wrong is for the core's lint to find; here is how it is asked and told.</summary>
public sealed class LintCommandTests : IDisposable
{
    private const string Mistaken = """
        config:
          scheduler: {default_timezone: Asia/Shanghai, scheduled_services: [ec2]}
        periods:
          morning: {begintime: 09:00, endtime: 11:59, weekdays: [mon-fri]}
          noon: {begintime: 12:01, endtime: 18:00, weekdays: [mon-fri]}
          unused: {begintime: 20:00, endtime: 29:00}
        schedules:
          office: {periods: [morning, noon], enforced: "true", retain_runing: true}
          lost: {periods: [mornin]}
        """;

    private const string Good = """
        config: {scheduler: {default_timezone: Asia/Shanghai, scheduled_services: [ec2]}}
        periods: {day: {begintime: 09:00, endtime: 18:00, weekdays: [mon-fri]}}
        schedules: {office: {periods: [day]}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("scheduler-cli").FullName;

    [Fact]
    public async Task Findings_of_a_file_are_told_in_every_form()
    {
        var told = new List<string>();
        foreach (var options in new string[][] { [], ["--output", "json"], ["--output", "table"], ["--query", "Findings[?Severity=='Error'].Item", "--output", "yaml"] })
            told.Add($"$ scheduler-cli lint file {string.Join(' ', options)}\n{await RunAsync(["lint", File(Mistaken), .. options])}");
        GoldenFile.Check("lint", string.Join('\n', told));
    }

    [Fact]
    public async Task A_good_file_is_exit_code_0() =>
        Assert.Equal(new CliResult(0, "0 errors, 0 warnings\n", ""), await RunAsync("lint", File(Good), "--strict"));

    [Theory]
    [InlineData(0)]
    [InlineData(1, "--strict")]
    public async Task Warnings_count_on_request(int code, params string[] options)
    {
        var result = await RunAsync(["lint", File(Good.Replace("[mon-fri]}}", "[mon-fri]}, spare: {begintime: 20:00, endtime: 21:00}}", StringComparison.Ordinal)), .. options]);
        Assert.Equal(code, result.ExitCode);
        Assert.EndsWith("\n0 errors, 1 warning\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_of_a_stack_is_looked_through_too()
    {
        var table = new FakeTable(
            """{"type":{"S":"config"},"name":{"S":"scheduler"},"scheduled_services":{"SS":["ec2"]}}""",
            """{"type":{"S":"schedule"},"name":{"S":"lost"},"periods":{"SS":["nope"]}}""");
        using var stage = new LocalStage().Answering(table.Answer);
        var result = await stage.RunAsync("lint", "--stack", "InstanceScheduler");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("Error: schedule \"lost\": periods: ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('-')]
    public async Task A_file_that_is_nested_without_end_is_told(char opening)
    {
        var path = File(string.Join(' ', Enumerable.Repeat(opening, 100_000)));
        var result = await RunAsync("lint", path);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"{path}, line 1, column ", result.Errors, StringComparison.Ordinal);
        Assert.EndsWith(": this is nested too deeply\n", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_a_file_is_shown_as_it_is() =>
        Assert.StartsWith("nowhere.yaml cannot be read: ", (await RunAsync("lint", "nowhere.yaml")).Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("lint")]
    [InlineData("lint", "file.yaml", "--stack", "InstanceScheduler")]
    public async Task Either_a_file_or_a_stack_is_given(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.Equal((2, "Give either a file or --stack\nRun \"scheduler-cli lint --help\" to see what there is.\n"), (result.ExitCode, result.Errors));
    }

    [Theory]
    [InlineData("""{"S":"a"}""", "Text { Value = a }")]
    [InlineData("""{"N":"1.50"}""", "Text { Value = 1.50 }")]
    [InlineData("""{"BOOL":false}""", "Flag { Value = False }")]
    [InlineData("""{"SS":["a","b"]}""", "a,b")]
    [InlineData("""{"NS":["1"]}""", "1")]
    [InlineData("""{"L":[{"S":"a"},{"NULL":true},{"N":"2"}]}""", "a,2")]
    [InlineData("""{"L":[]}""", "")]
    [InlineData("""{"L":[{"BOOL":true}]}""", "Foreign { Description = a list of other things than texts and numbers }")]
    [InlineData("""{"M":{}}""", "Foreign { Description = a map }")]
    [InlineData("""{"B":"AAEC"}""", "Foreign { Description = binary data }")]
    [InlineData("""{"NULL":true}""", null)]
    public void An_attribute_means_what_it_means_to_the_function(string typed, string? expected)
    {
        var item = ConfigItems.Of(new ItemKey("period", "x"), new Dictionary<string, JsonNode> { ["a"] = JsonNode.Parse(typed)! });
        var value = item.Attributes.GetValueOrDefault("a");
        Assert.Equal(expected, value is ConfigValue.Many many ? string.Join(',', many.Values) : value?.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<CliResult> RunAsync(params string[] arguments)
    {
        using var stage = new LocalStage();
        return await stage.RunAsync(arguments);
    }

    private string File(string content)
    {
        var path = Path.Combine(_folder, "file.yaml");
        System.IO.File.WriteAllText(path, content);
        return path;
    }
}

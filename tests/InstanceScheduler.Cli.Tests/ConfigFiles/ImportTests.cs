using Microsoft.Extensions.Time.Testing;

namespace InstanceScheduler.Cli.Tests.ConfigFiles;

/// <summary>export, diff and import against a table.</summary>
public sealed class ImportTests : IDisposable
{
    private static readonly string[] Items =
    [
        """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["rds","ec2"]},"trace":{"BOOL":false}}""",
        """{"type":{"S":"period"},"name":{"S":"day"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"},"weekdays":{"SS":["mon-fri"]},"owner team":{"S":"web #1"},"cost":{"N":"1.50"},"extra":{"M":{"a":{"L":[{"NULL":true}]}}}}""",
        """{"type":{"S":"period"},"name":{"S":"night"},"begintime":{"S":"20:00"}}""",
        """{"type":{"S":"period"},"name":{"S":"theirs"},"begintime":{"S":"10:00"},"configured_in_stack":{"S":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/Teams/1b2c"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"office"},"description":{"S":"工作时间"},"periods":{"SS":["day"]},"enforced":{"BOOL":true},"retain_running":{"S":"true"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"old"},"periods":{"SS":["night"]}}""",
        """{"type":{"S":"note"},"name":{"S":"of somebody"}}""",
    ];

    private const string Changed = """
        config:
          scheduler: {default_timezone: UTC, scheduled_services: [ec2, rds], trace: false}
        periods:
          day: {begintime: 08:30, endtime: "18:00", weekdays: [mon-fri], owner team: "web #1", cost: 1.50, extra: {M: {a: {L: [{NULL: true}]}}}}
          lunch: {begintime: 12:00, endtime: 13:00, monthdays: [1, 15]}
          theirs: {begintime: 11:00}
        schedules:
          office: {description: 工作时间, periods: [day, lunch], retain_running: "true"}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("scheduler-cli").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-23T01:00:00Z"));
    private readonly FakeTable _table = new(Items);
    private readonly LocalStage _stage;

    public ImportTests() => _stage = new LocalStage(_time).Answering(_table.Answer);

    [Theory]
    [InlineData("yaml")]
    [InlineData("json")]
    public async Task An_export_is_for_people_and_importing_it_changes_nothing(string kind)
    {
        var file = Path.Combine(_folder, "configuration." + kind);
        var result = await _stage.RunAsync("export", "--stack", "InstanceScheduler", "--file", file);
        Assert.Equal(new CliResult(0, "", "note \"of somebody\" is left out: the scheduler knows no items of that type.\n"), result);
        GoldenFile.Check("export-" + kind, await System.IO.File.ReadAllTextAsync(file));

        Assert.Equal(new CliResult(0, "stack \"InstanceScheduler\" in cn-north-1: nothing to do\n", ""), await AgainAsync("diff", file, "--delete", "--allow-config"));
        Assert.Equal(new CliResult(0, "stack \"InstanceScheduler\" in cn-north-1: nothing to do\n", ""), await AgainAsync("import", file, "--delete", "--allow-config", "--yes"));
        Assert.Empty(_table.Writes);
    }

    [Fact]
    public async Task An_export_goes_to_the_standard_output_unless_told_otherwise()
    {
        Assert.StartsWith("# Configuration of the stack \"InstanceScheduler\" in cn-north-1, exported 2026-11-23T01:00:00Z by scheduler-cli 1.0.0\n",
            (await _stage.RunAsync("export", "--stack", "InstanceScheduler")).Output, StringComparison.Ordinal);
        Assert.StartsWith("{\n   \"_about\": \"Configuration of the stack ", (await AgainAsync("export", "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diff_shows_what_an_import_would_do()
    {
        var told = new List<string>();
        foreach (var options in new string[][] { [], ["--delete"], ["--allow-config"] })
            told.Add($"$ scheduler-cli diff {string.Join(' ', options)}\n{await AgainAsync(["diff", File("changed.yaml", Changed), .. options])}");
        using var colored = new LocalStage(_time) { HasColors = true }.Answering(_table.Answer);
        told.Add("$ the same with colours\n" + (await colored.RunAsync("diff", File("changed.yaml", Changed), "--stack", "InstanceScheduler")).Output.Replace("\u001b", "<ESC>", StringComparison.Ordinal));
        GoldenFile.Check("diff", string.Join('\n', told));
        Assert.Empty(_table.Writes);
    }

    [Fact]
    public async Task An_import_writes_what_is_used_before_what_uses_it_and_leaves_alone_what_is_not_its_own()
    {
        var result = await AgainAsync("import", File("changed.yaml", Changed), "--delete", "--yes");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.EndsWith("1 to create, 2 to change, 2 to delete\n5 done\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(["put period/day", "put period/lunch", "put schedule/office", "delete schedule/old", "delete period/night"], _table.Writes);
        Assert.Equal("""{"type":{"S":"period"},"name":{"S":"lunch"},"begintime":{"S":"12:00"},"endtime":{"S":"13:00"},"monthdays":{"SS":["1","15"]}}""", _table["period", "lunch"]!.ToJsonString());
        Assert.Equal("10:00", _table["period", "theirs"]!["begintime"]!["S"]!.ToString());
        Assert.Equal("Asia/Shanghai", _table["config", "scheduler"]!["default_timezone"]!["S"]!.ToString());
        Assert.NotNull(_table["note", "of somebody"]);
    }

    [Fact]
    public async Task The_settings_are_changed_on_request_only()
    {
        await AgainAsync("import", File("changed.yaml", Changed), "--allow-config", "--yes");
        Assert.Equal("UTC", _table["config", "scheduler"]!["default_timezone"]!["S"]!.ToString());
    }

    [Theory]
    [InlineData("y", 0, 3)]
    [InlineData("YES ", 0, 3)]
    [InlineData("n", 1, 0)]
    [InlineData("", 1, 0)]
    public async Task Somebody_at_a_terminal_is_asked(string typed, int code, int writes)
    {
        _stage.Typed = typed + "\n";
        var result = await AgainAsync("import", File("changed.yaml", Changed));
        Assert.Equal((code, writes), (result.ExitCode, _table.Writes.Count));
        Assert.Equal("Make these changes? [y/N] " + (code == 0 ? "" : "Nothing was changed.\n"), result.Errors);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_nothing_is_done()
    {
        var result = await AgainAsync("import", File("changed.yaml", Changed));
        Assert.Equal(new CliResult(2, "", "Nobody can be asked here: look with diff, then add --yes.\n"), result);
        Assert.Empty(_stage.Events);
    }

    [Fact]
    public async Task What_somebody_else_changes_meanwhile_is_not_overwritten_and_keeps_no_other_from_its_turn()
    {
        _table.BeforeWrite = key =>
        {
            if (key == "period/day" && _table.Writes.Count == 0)
                _table.Put(System.Text.Json.Nodes.JsonNode.Parse("""{"type":{"S":"period"},"name":{"S":"day"},"begintime":{"S":"07:00"}}""")!.AsObject());
        };

        var result = await AgainAsync("import", File("changed.yaml", Changed), "--yes");

        Assert.Equal((1, "period \"day\" was not changed: error: period/day was changed meanwhile\n"), (result.ExitCode, result.Errors));
        Assert.EndsWith("\n2 done, 1 refused\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(["put period/lunch", "put schedule/office"], _table.Writes);
        Assert.Equal("07:00", _table["period", "day"]!["begintime"]!["S"]!.ToString());
    }

    [Fact]
    public async Task A_function_that_fails_on_the_way_stops_the_import_and_says_where()
    {
        using var failing = new LocalStage(_time).Answering(request => _table.Writes.Count == 2 && request["action"]!.ToString() == "put-configuration-item" ? "fail:Task timed out" : _table.Answer(request));
        var result = await failing.RunAsync("import", File("changed.yaml", Changed), "--yes", "--stack", "InstanceScheduler");
        Assert.Equal(4, result.ExitCode);
        Assert.StartsWith("Stopped at schedule \"office\", after 2 of 3 changes: The function ", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "file.yaml holds no configuration: it needs the parts config, calendars, periods, schedules. \"export\" writes such a file.")]
    [InlineData("[]", "file.yaml holds no configuration: it needs the parts config, calendars, periods, schedules. \"export\" writes such a file.")]
    [InlineData("period: {}", "file.yaml: there is no part \"period\" (did you mean \"periods\"?); use config, calendars, periods, schedules")]
    [InlineData("periods: [day]", "file.yaml: \"periods\" must hold items by their names")]
    [InlineData("periods: {day: 09:00}", "file.yaml: period \"day\" must hold attributes by their names")]
    [InlineData("periods: {day: {name: x}}", "file.yaml: period \"day\", name: the part and the item's key say so already; leave it out")]
    [InlineData("periods: {day: {begintime: {a: b}}, night: {weekdays: [a, a]}}", "file.yaml: period \"day\", begintime: a map stands there; write a text, true or false, a list of texts, or the typed JSON of DynamoDB, such as {\"M\": {…}}\nfile.yaml: period \"night\", weekdays: the list holds \"a\" twice; leave one out")]
    [InlineData("{\"periods\": {\"a\": {}, \"a\": {}}}", "file.yaml: this is not JSON: Duplicate property 'a' ")]
    [InlineData("{\"periods\": ", "file.yaml, line 1: this is not JSON: ")]
    [InlineData("periods: {a: {}", "file.yaml, line ")]
    public async Task A_file_that_cannot_be_used_is_told_and_nothing_is_called(string content, string expected)
    {
        var result = await AgainAsync("import", File("file.yaml", content), "--yes");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(expected, result.Errors.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(_stage.Events);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told() =>
        Assert.StartsWith(Path.Combine(_folder, "none.yaml") + " cannot be read: ", (await AgainAsync("diff", Path.Combine(_folder, "none.yaml"))).Errors, StringComparison.Ordinal);

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_before_its_names_are_lost()
    {
        var path = Path.Combine(_folder, "gbk.yaml");
        byte[] workInGbk = [0xB9, 0xA4, 0xD7, 0xF7];
        await System.IO.File.WriteAllBytesAsync(path, [.. "periods: {"u8, .. workInGbk, .. ": {begintime: 20:00}}"u8]);
        Assert.Equal(new CliResult(2, "", path + " is not UTF-8; save it as UTF-8 and try again\n"), await AgainAsync("import", path, "--yes"));
        Assert.Empty(_stage.Events);
    }

    public void Dispose()
    {
        _stage.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string File(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    private Task<CliResult> AgainAsync(params string[] arguments) => _stage.RunAsync([.. arguments, "--stack", "InstanceScheduler"]);
}

using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Cli.Tests.EndToEnd;

/// <summary>The configuration to a file and back, by the program as a child process, through the real function.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private static readonly string[] Items =
    [
        """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["ec2"]}}""",
        """{"type":{"S":"period"},"name":{"S":"day"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"},"team":{"M":{"a":{"NS":["1","2"]}}}}""",
        """{"type":{"S":"period"},"name":{"S":"theirs"},"begintime":{"S":"10:00"},"endtime":{"S":"11:00"},"configured_in_stack":{"S":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/Teams/1b2c"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["day"]}}""",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("scheduler-cli").FullName;

    [Fact]
    public async Task What_is_exported_changed_and_imported_is_in_the_table()
    {
        await using var stage = await LiveStage.StartAsync("2026-11-23T01:00:00Z", Items);
        var program = new CliProcess(stage.Variables);
        var file = Path.Combine(_folder, "configuration.yaml");
        Assert.Equal(new CliResult(0, "", ""), await program.RunAsync("export", "--file", file, "--stack", Stage.StackName));
        Assert.Equal(new CliResult(0, "stack \"InstanceScheduler\" in cn-north-1: nothing to do\n", ""), await program.RunAsync("diff", file, "--delete", "--stack", Stage.StackName));

        var changed = (await File.ReadAllTextAsync(file))
            .Replace("begintime: \"09:00\"", "begintime: 08:30", StringComparison.Ordinal)
            .Replace("begintime: \"10:00\"", "begintime: 07:00", StringComparison.Ordinal)
            .Replace("periods: [day]", "periods: [day, evening]", StringComparison.Ordinal)
            .Replace("schedules:", "  evening: {begintime: 19:00, endtime: 22:00}\n\nschedules:", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, changed);
        Assert.Equal(1, (await program.RunAsync("diff", file, "--stack", Stage.StackName)).ExitCode);

        var result = await program.RunAsync("import", file, "--yes", "--stack", Stage.StackName);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.EndsWith("1 to create, 2 to change\n3 done\n", result.Output, StringComparison.Ordinal);

        var after = JsonNode.Parse((await program.RunAsync("export", "--json", "--stack", Stage.StackName)).Output)!;
        Assert.Equal("""{"begintime":"08:30","endtime":"18:00","team":{"M":{"a":{"NS":["1","2"]}}}}""", after["periods"]!["day"]!.ToJsonString());
        Assert.Equal("""{"periods":["day","evening"]}""", after["schedules"]!["office"]!.ToJsonString());
        Assert.Equal("10:00", after["periods"]!["theirs"]!["begintime"]!.ToString());
    }

    [Fact]
    public async Task An_item_that_no_run_could_read_is_refused_and_keeps_no_other_from_its_turn()
    {
        await using var stage = await LiveStage.StartAsync("2026-11-23T01:00:00Z", Items);
        var program = new CliProcess(stage.Variables);
        var file = Path.Combine(_folder, "configuration.yaml");
        await File.WriteAllTextAsync(file, "periods: {bad: {begintime: \"25:00\"}, good: {begintime: 08:00, endtime: 09:00}}");

        var result = await program.RunAsync("import", file, "--yes", "--stack", Stage.StackName);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("period \"bad\" was not changed: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("25:00", result.Errors, StringComparison.Ordinal);
        Assert.EndsWith("\n1 done, 1 refused\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await program.RunAsync("lint", file)).ExitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

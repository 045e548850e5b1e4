using System.Collections.Immutable;
using System.Text.RegularExpressions;
using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Cli.Tests.EndToEnd;

/// <summary>What is coming, as people ask for it: the program as a child process, over loopback, against the real function.</summary>
public sealed partial class PreviewTests
{
    private static readonly string[] Items =
    [
        """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["ec2"]}}""",
        """{"type":{"S":"period"},"name":{"S":"day"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"},"weekdays":{"SS":["mon-fri"]}}""",
        """{"type":{"S":"period"},"name":{"S":"off"},"endtime":{"S":"20:00"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["day"]},"calendar":{"S":"cn"}}""",
        """{"type":{"S":"schedule"},"name":{"S":"lab"},"periods":{"SS":["off"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"broken"},"periods":{"SS":["dya"]}}""",
        """{"type":{"S":"override"},"name":{"S":"night"},"schedule":{"S":"office"},"state":{"S":"running"},"begin":{"S":"2026-11-23T18:00+08:00"},"end":{"S":"2026-11-23T22:00+08:00"},"reason":{"S":"上线"}}""",
    ];

    private static readonly string[] Commands =
    [
        "preview --output table --to 2026-11-23",
        "preview --schedule office --from 2026-02-13 --to 2026-02-14 --query Transitions[].[At,State,Reason] --output yaml",
        "preview --instance i-0123456789abcdef0 --to 2026-11-23",
        "preview --schedule office --to 2026-11-24 --output ics",
        "preview --schedule offcie",
        "preview --instance i-0123456789abcdef1 --service ec2 --account 123456789012 --region-filter cn-north-1",
        "preview --from yesterday",
        "preview --output csv",
        "preview --output ics --query x",
    ];

    [Fact]
    public async Task What_is_coming_is_shown_in_every_format()
    {
        await using var stage = await LiveStage.StartAsync("2026-11-23T01:00:00Z", Items);
        stage.Stage.Aws.Ec2.Add(new LocalInstance
        {
            Id = "i-0123456789abcdef0",
            Region = "cn-north-1",
            Tags = new Dictionary<string, string> { ["Schedule"] = "office", ["Schedule-Override"] = "stopped until 2026-11-23T12:00" }.ToImmutableDictionary(),
        });
        var program = new CliProcess(stage.Variables);
        var told = new List<string>();
        foreach (var command in Commands)
            told.Add($"$ scheduler-cli {command}\n{await program.RunAsync([.. RoundTripTests.Words(command), "--stack", "InstanceScheduler"])}");

        // The program stamps events with the time at which it writes them.
        GoldenFile.Check("preview", Stamp().Replace(string.Join('\n', told), "DTSTAMP:…"));
    }

    [Fact]
    public async Task A_table_is_coloured_on_terminals_alone()
    {
        const string Answer = """{"Transitions":[{"At":"2026-11-23T09:00:00+08:00","Zone":"Asia/Shanghai","Schedule":"office","Instance":null,"Kind":"changes","State":"running","Type":null,"Reason":"r"}],"Notes":["a note"]}""";
        using var plain = new LocalStage().Answering(Answer);
        using var colored = new LocalStage { HasColors = true }.Answering(Answer);
        var (one, other) = (await plain.RunAsync("preview", "--stack", "InstanceScheduler", "--output", "table"), await colored.RunAsync("preview", "--stack", "InstanceScheduler", "--output", "table"));
        Assert.DoesNotContain('\u001b', one.Output);
        Assert.Contains("\u001b[32mrunning", other.Output, StringComparison.Ordinal);
        Assert.Equal("a note\n", one.Errors);
        Assert.Equal("{}", plain.Events[0]["parameters"]!.ToJsonString());
    }

    [GeneratedRegex("DTSTAMP:[0-9TZ]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Stamp();
}

using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Cli.Tests.EndToEnd;

/// <summary>Why an instance is as it is, as people ask: the program as a child process, over loopback, against the real function.</summary>
public sealed class ExplainTests
{
    private const string Found = """{"Sentences":["i-1 is running."],"Instances":[{"Id":"i-1"}],"Problems":["a problem"]}""";

    private static readonly string[] Items =
    [
        """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["ec2"]}}""",
        """{"type":{"S":"period"},"name":{"S":"day"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"},"weekdays":{"SS":["mon-fri"]}}""",
        """{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["day"]},"calendar":{"S":"cn"}}""",
    ];

    private static readonly string[] Commands =
    [
        "explain i-0123456789abcdef0",
        "explain i-0123456789abcdef0 --lang zh",
        "explain i-0123456789abcdef0 --output json",
        "explain i-0123456789abcdef0 --query Instances[].Next.At --output yaml",
        "explain i-0123456789abcdef1 --service ec2 --account 123456789012 --region-filter cn-north-1",
        "explain i-0123456789abcdef1 --lang zh",
        "explain i-0123456789abcdef0 --lang de",
        "explain i-0123456789abcdef0 --region-filter mars-1",
        "explain",
    ];

    [Fact]
    public async Task One_sentence_answers()
    {
        await using var stage = await LiveStage.StartAsync("2026-11-23T01:00:00Z", Items);
        stage.Stage.Aws.Ec2.Add(new LocalInstance
        {
            Id = "i-0123456789abcdef0",
            Region = "cn-north-1",
            Tags = new Dictionary<string, string> { ["Schedule"] = "office", ["Name"] = "web-1" }.ToImmutableDictionary(),
        });
        var variables = stage.Variables;
        (variables["LC_ALL"], variables["LANG"]) = ("C.UTF-8", "zh_CN.UTF-8");
        var program = new CliProcess(variables);
        var told = new List<string>();
        foreach (var command in Commands)
            told.Add($"$ scheduler-cli {command}\n{await program.RunAsync([.. RoundTripTests.Words(command), "--stack", "InstanceScheduler"])}");
        variables["LC_ALL"] = "";
        told.Add($"$ LANG=zh_CN.UTF-8 scheduler-cli {Commands[0]}\n{await new CliProcess(variables).RunAsync("explain", "i-0123456789abcdef0", "--stack", "InstanceScheduler")}");
        GoldenFile.Check("explain", string.Join('\n', told));
    }

    [Theory]
    [InlineData("zh", null, "zh")]
    [InlineData("zh", "en", "en")]
    [InlineData("en", "ZH", "zh")]
    public async Task The_language_of_who_sits_there_is_asked_for_unless_another_is_given(string spoken, string? given, string asked)
    {
        using var stage = new LocalStage { Language = spoken }.Answering(Found);
        var result = await stage.RunAsync(["explain", "i-1", "--stack", "InstanceScheduler", .. given is null ? (string[])[] : ["--lang", given]]);
        Assert.Equal(new CliResult(0, "i-1 is running.\n", "a problem\n"), result);
        Assert.Equal($$"""{"instance":"i-1","lang":"{{asked}}"}""", stage.Events[0]["parameters"]!.ToJsonString());
    }
}

namespace InstanceScheduler.Cli.Tests.EndToEnd;

/// <summary>Overrides as people make them: the program as a child process, over loopback, against the real function.</summary>
public sealed class OverrideTests
{
    private const string Config = """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["ec2"]}}""";
    private const string Office = """{"type":{"S":"schedule"},"name":{"S":"office"},"override_status":{"S":"stopped"}}""";

    private static readonly string[] Commands =
    [
        "override i-0123456789abcdef0 --running --for 4h --reason 'release night, 上线' --by wang",
        "override --running i-0123456789abcdef0 --until 2026-11-23T22:00 --begin 2026-11-23T18:00 --by wang --name tonight",
        "override --schedule office --stopped --until 2026-11-27 --account 123456789012 --service ec2 --region-filter cn-north-1 --by wang --query Override.End --output yaml",
        "override --schedule offce --stopped --until 2026-11-27",
        "override --account 1234 --stopped --for 1h --by wang",
        "override --stopped --for 1h --by wang",
        "override i-0123456789abcdef0 --running --until 2026-11-22 --by wang",
        "override i-0123456789abcdef0 --running --by wang",
        "describe-overrides --output table",
        "describe-overrides --all --query 'Overrides[?BeginsIn].[Name, BeginsIn]'",
        "cancel-override --name tonite",
        "cancel-override --name tonight",
        "describe-overrides --query Overrides[].Name",
        "lint",
    ];

    [Fact]
    public async Task Made_shown_and_cancelled()
    {
        await using var stage = await LiveStage.StartAsync("2026-11-23T01:00:00Z", Config, Office);
        var program = new CliProcess(stage.Variables);
        var told = new List<string>();
        foreach (var command in Commands)
            told.Add($"$ scheduler-cli {command}\n{await program.RunAsync([.. RoundTripTests.Words(command), "--stack", "InstanceScheduler"])}");
        GoldenFile.Check("overrides", string.Join('\n', told));
        Assert.Contains("is left out: overrides are for a while, and imports leave them alone.", (await program.RunAsync("export", "--stack", "InstanceScheduler")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sits_there_is_told_unless_another_name_is_given()
    {
        using var stage = new LocalStage { User = "li" }.Answering("""{"Override":{}}""");
        await stage.RunAsync("override", "i-1", "--running", "--for", "4h", "--stack", "InstanceScheduler");
        await stage.RunAsync("override", "--schedule", "office", "--stopped", "--until", "2026-11-25", "--by", "wang", "--stack", "InstanceScheduler");

        Assert.Equal("""{"state":"running","instance":"i-1","created_by":"li","for":"4h"}""", stage.Events[0]["parameters"]!.ToJsonString());
        Assert.Equal("""{"state":"stopped","created_by":"wang","schedule":"office","until":"2026-11-25"}""", stage.Events[1]["parameters"]!.ToJsonString());
    }
}

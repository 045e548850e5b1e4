using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Cli.Tests.EndToEnd;

/// <summary>status and describe-instances after a tick, by the program as a child process, through the real function.</summary>
public sealed class WatchingTests
{
    private const string Now = "2026-11-23T01:00:00Z";

    [Fact]
    public async Task After_a_tick_targets_and_instances_are_shown()
    {
        await using var stage = await LiveStage.StartAsync(
            Now,
            """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["ec2"]}}""",
            """{"type":{"S":"period"},"name":{"S":"day"},"begintime":{"S":"09:00"},"endtime":{"S":"18:00"}}""",
            """{"type":{"S":"schedule"},"name":{"S":"office"},"periods":{"SS":["day"]}}""");
        stage.Stage.Aws.Ec2.Add(new LocalInstance { Id = "i-0123456789abcdef0", Tags = new Dictionary<string, string> { ["Schedule"] = "office", ["Name"] = "web" } });
        stage.Stage.Aws.Ec2.Add(new LocalInstance { Id = "i-0123456789abcdef1", Tags = new Dictionary<string, string> { ["Schedule"] = "offce" } });
        await stage.Stage.Aws.Functions.InvokeAsync(Stage.FunctionName, stage.Stage.TickEvent(DateTimeOffset.Parse(Now)), InvocationType.Event);
        await stage.Stage.Aws.Functions.IdleAsync().WaitAsync(TimeSpan.FromMinutes(2));
        var program = new CliProcess(stage.Variables);

        var status = await program.RunAsync("status", "--stack", Stage.StackName);
        Assert.Equal((0, ""), (status.ExitCode, status.Errors));
        var target = JsonNode.Parse(status.Output)!["Targets"]!.AsArray().Single(one => one!["Target"]!.ToString() == "ec2:123456789012:cn-north-1")!;
        Assert.Contains("offce", target["Problems"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("ec2:123456789012:cn-north-1", (await program.RunAsync("status", "--stack", Stage.StackName, "--output", "table")).Output, StringComparison.Ordinal);

        var instances = await program.RunAsync("describe-instances", "--stack", Stage.StackName, "--query", "Instances[].[Id, Name, Schedule, Stored, Desired]");
        Assert.Equal(0, instances.ExitCode);
        Assert.Contains("""["i-0123456789abcdef0","web","office","running","running"]""", JsonNode.Parse(instances.Output)!.ToJsonString(), StringComparison.Ordinal);
        var elsewhere = await program.RunAsync("describe-instances", "--stack", Stage.StackName, "--region-filter", "cn-northwest-1");
        Assert.True(elsewhere.ExitCode == 1, elsewhere.ToString());
    }

    [SkippableFact]
    public async Task Output_that_nobody_reads_to_its_end_is_no_mistake()
    {
        var start = new System.Diagnostics.ProcessStartInfo("/bin/sh");
        Skip.If(!File.Exists("/bin/sh"), "No /bin/sh: a broken pipe is NOT tried.");
        var cli = CliProcess.Start();
        var program = string.Join(' ', cli.ArgumentList.Prepend(cli.FileName).Select(word => $"'{word}'"));
        var result = await new CliProcess(new Dictionary<string, string>(StringComparer.Ordinal)).RunAsync(start, "-c", $"{program} --help | true");
        Assert.Equal(new CliResult(0, "", ""), result);
    }
}

namespace InstanceScheduler.Cli.Tests.Commands;

public sealed class UsageErrorTests
{
    public static TheoryData<string, string[]> Rows => new()
    {
        { "unknown command", ["create-perod"] },
        { "unknown command, nothing like it", ["frobnicate"] },
        { "unknown command with options", ["describe-period", "--stack", "x", "--output", "json"] },
        { "unknown option", ["describe-periods", "--stak", "x"] },
        { "no stack", ["describe-periods"] },
        { "no name", ["create-period", "--stack", "x"] },
        { "value missing", ["create-period", "--stack", "x", "--name"] },
        { "flag with another value", ["create-schedule", "--stack", "x", "--name", "y", "--enforced=maybe"] },
        { "stray value", ["describe-periods", "--stack", "x", "y"] },
        { "unknown format", ["describe-periods", "--stack", "x", "--output", "xml"] },
        { "number of a format", ["describe-periods", "--stack", "x", "--output", "1"] },
        { "broken query", ["describe-periods", "--stack", "x", "--query", "Periods[?Name=='a'"] },
        { "unknown function in a query", ["describe-periods", "--stack", "x", "--query", "first(Periods)"] },
        { "override to no state", ["override", "i-1", "--stack", "x", "--for", "4h"] },
        { "override to both states", ["override", "i-1", "--stack", "x", "--for", "4h", "--running", "--stopped"] },
        { "both stop-new flags", ["create-schedule", "--stack", "x", "--name", "y", "--stop-new-instances", "--do-not-stop-new-instances"] },
    };

    [Fact]
    public async Task A_command_line_that_cannot_be_used_is_told_and_nothing_is_called()
    {
        using var stage = new LocalStage();
        var told = new List<string>();
        foreach (var row in Rows)
        {
            var (title, arguments) = ((string)row[0], (string[])row[1]);
            var result = await stage.RunAsync(arguments);
            Assert.Equal((2, ""), (result.ExitCode, result.Output));
            told.Add($"# {title}\n$ scheduler-cli {string.Join(' ', arguments)}\n{result.Errors}");
        }

        GoldenFile.Check("usage-errors", string.Join('\n', told));
        Assert.Empty(stage.Stage.Aws.Calls);
    }
}

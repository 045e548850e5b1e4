namespace InstanceScheduler.Cli.Tests.Commands;

public sealed class HelpTests
{
    public static readonly string[] NineCommands =
    [
        "create-period", "update-period", "delete-period", "describe-periods",
        "create-schedule", "update-schedule", "delete-schedule", "describe-schedules", "describe-schedule-usage",
    ];

    public static TheoryData<string> Commands => [.. NineCommands, "create-calendar", "update-calendar", "delete-calendar", "describe-calendars", "import-calendar", "override", "describe-overrides", "cancel-override", "status", "describe-instances", "preview", "explain", "export", "diff", "import", "lint", "completion"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_explains_itself_with_examples(string command)
    {
        using var stage = new LocalStage();
        var result = await stage.RunAsync(command, "--help");
        GoldenFile.Check($"help/{command}", result.ToString());
        Assert.Contains("\nExamples:\n  scheduler-cli " + command, result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData]
    public async Task The_program_lists_its_commands(params string[] arguments)
    {
        using var stage = new LocalStage();
        GoldenFile.Check("help/scheduler-cli", (await stage.RunAsync(arguments)).ToString());
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("describe-periods", "--version")]
    public async Task The_version_is_told_everywhere(params string[] arguments)
    {
        using var stage = new LocalStage();
        Assert.Equal(new CliResult(0, "scheduler-cli 1.0.0\n", ""), await stage.RunAsync(arguments));
    }
}

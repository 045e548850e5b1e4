using System.Text.RegularExpressions;
using InstanceScheduler.Cli.Tests.Commands;
using InstanceScheduler.Simulator.LocalAws.Sts;

namespace InstanceScheduler.Cli.Tests.EndToEnd;

/// <summary>Create, describe, update, delete: the program as a child process, over loopback, against the real function.</summary>
public sealed partial class RoundTripTests : IDisposable
{
    private const string Config = """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"scheduled_services":{"SS":["ec2"]}}""";
    private const string Owned = """{"type":{"S":"period"},"name":{"S":"theirs"},"begintime":{"S":"10:00"},"configured_in_stack":{"S":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/Teams/1b2c"}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("scheduler-cli").FullName;

    // In the order of a life: what is made is shown, changed, shown and deleted. {version} is the one last shown.
    private static readonly string[] Commands =
    [
        "create-period --name day --begintime 9:00 --endtime 18:00 --weekdays mon-fri --monthdays 1-31 --months jan-dec --description 'Office hours, 中文'",
        "create-period --name day --begintime 9:00",
        "create-period --name night --begintime 20:00 --output yaml",
        "create-period --name project --begintime 22:00 --endtime 6:00 --weekdays workday --calendar cn --from 2026-01-01 --until 2026-12-31 --years 2026",
        "create-period --name broken --begintime 25:00",
        "describe-periods",
        "describe-periods --name day --output table",
        "describe-periods --query Periods[].Name",
        "create-schedule --name office --description 'For all' --timezone Asia/Shanghai --periods day,night@m5.large --stop-new-instances false --use-maintenance-window --ssm-maintenance-window patches --retain-running true --enforced --hibernate --use-metrics",
        "create-schedule --name office2 --periods day --do-not-stop-new-instances --metrics false",
        "create-schedule --name always --override-status running",
        "create-schedule --name lab --periods day --calendar cn --respect-manual-stop --max-uptime 480m",
        "create-schedule --name lost --periods nope",
        "describe-schedules --name office --output yaml",
        "describe-schedules --query 'Schedules[].{name: Name, stop: StopNewInstances}' --output table",
        "describe-schedule-usage --name office2 --startdate 20261123 --enddate 20261124",
        "describe-schedule-usage --name office2 --output table",
        "describe-schedule-usage --name always --startdate 20261123",
        "update-period --name day --begintime 08:00 --endtime 17:00",
        "describe-periods --name day --versions",
        "update-period --name day --weekdays mon-sat --patch --if-version {version}",
        "update-period --name day --description '' --patch --if-version {version}",
        "describe-periods --name day",
        "update-schedule --name office2 --periods night",
        "update-schedule --name office2 --timezone UTC --enforced --patch",
        "describe-schedules --name office2 --versions",
        "update-schedule --name office2 --override-status stopped --patch --if-version 0000000000000000",
        "update-period --name theirs --begintime 11:00",
        "delete-period --name theirs",
        "delete-period --name night",
        "delete-schedule --name office --if-version 0000000000000000",
        "delete-schedule --name office",
        "delete-schedule --name office2",
        "delete-schedule --name always",
        "delete-schedule --name lab",
        "delete-period --name night",
        "delete-period --name project",
        "delete-period --name day",
        "delete-period --name day",
        "describe-periods --query 'Periods[?Name!=`\"theirs\"`]'",
        "describe-schedules",
    ];

    [Fact]
    public async Task Every_command_and_flag_does_what_it_says()
    {
        await using var stage = await LiveStage.StartAsync("2026-11-23T01:00:00Z", Config, Owned);
        var program = new CliProcess(stage.Variables);
        var told = new List<string>();
        var version = "";
        foreach (var command in Commands)
        {
            var result = await program.RunAsync([.. Words(command.Replace("{version}", version, StringComparison.Ordinal)), "--stack", "InstanceScheduler"]);
            version = Version().Match(result.Output) is { Success: true } match ? match.Groups["version"].Value : version;
            told.Add($"$ scheduler-cli {command}\n{result}");
        }

        GoldenFile.Check("round-trip", string.Join('\n', told));
    }

    [Fact]
    public void The_round_trip_uses_every_flag_of_the_nine_commands()
    {
        // Given by the tests of reaching AWS, as they say where and not what.
        string[] elsewhere = ["--help", "--version", "--stack", "--region", "--profile-name"];
        foreach (var name in HelpTests.NineCommands)
        {
            var help = File.ReadAllText(Path.Combine(GoldenFile.Folder(), "help", name + ".txt")).Split("Examples:")[0];
            var flags = Flag().Matches(help).Select(match => match.Value).Distinct(StringComparer.Ordinal).Except(elsewhere, StringComparer.Ordinal);
            var used = Commands.Where(command => command.StartsWith(name + " ", StringComparison.Ordinal) || command == name).SelectMany(Words).ToList();
            Assert.NotEmpty(used);
            Assert.All(flags.Except(used, StringComparer.Ordinal), flag => Assert.True(IsShared(flag, name), $"{name} {flag} is never given"));
        }
    }

    // Create and update share their parameters, and every command how it prints: given with one of them at least.
    private static bool IsShared(string flag, string command) =>
        Commands.Where(other => other.Split(' ')[0].Split('-')[1].TrimEnd('s') == command.Split('-')[1].TrimEnd('s') || flag is "--query" or "--output")
            .SelectMany(Words).Contains(flag, StringComparer.Ordinal);

    [Fact]
    public async Task Region_and_profile_are_honoured()
    {
        await using var stage = await LiveStage.StartAsync("2026-11-23T01:00:00Z", Config, Owned);
        var profiles = Path.Combine(_folder, "credentials");
        await File.WriteAllTextAsync(profiles, $"""
            [ops]
            aws_access_key_id = {Simulator.LocalAws.AccountKeys.OperatorKey}
            aws_secret_access_key = secret
            region = cn-north-1

            [elsewhere]
            aws_access_key_id = {Simulator.LocalAws.AccountKeys.OperatorKey}
            aws_secret_access_key = secret
            region = cn-northwest-1

            [nowhere]
            region = cn-north-1
            """);
        var variables = stage.Variables;
        foreach (var name in new[] { "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY" })
            variables.Remove(name);
        variables["AWS_SHARED_CREDENTIALS_FILE"] = profiles;
        var program = new CliProcess(variables);
        string[] names = ["describe-periods", "--query", "Periods[].Name", "--output", "yaml", "--stack", "InstanceScheduler"];

        Assert.Equal(new CliResult(0, "[theirs]\n", ""), await program.RunAsync([.. names, "--profile-name", "ops"]));
        Assert.Equal(new CliResult(0, "[theirs]\n", ""), await program.RunAsync([.. names, "-p", "elsewhere", "-r", "cn-north-1"]));
        Assert.StartsWith("There is no stack \"InstanceScheduler\" in cn-northwest-1.", (await program.RunAsync([.. names, "-p", "elsewhere"])).Errors, StringComparison.Ordinal);
        Assert.StartsWith("The profile \"nowhere\" has no credentials.", (await program.RunAsync([.. names, "-p", "nowhere"])).Errors, StringComparison.Ordinal);
        Assert.StartsWith("There is no profile \"op\" (did you mean \"ops\"?)", (await program.RunAsync([.. names, "-p", "op"])).Errors, StringComparison.Ordinal);
        Assert.StartsWith("There are no AWS credentials.", (await program.RunAsync([.. names, "-r", "cn-north-1"])).Errors, StringComparison.Ordinal);

        variables["AWS_PROFILE"] = "ops";
        variables.Remove("AWS_ENDPOINT_URL");
        (variables["AWS_ENDPOINT_URL_LAMBDA"], variables["AWS_ENDPOINT_URL_CLOUDFORMATION"]) = (stage.Url, stage.Url);
        Assert.Equal(new CliResult(0, "[theirs]\n", ""), await program.RunAsync(names));

        variables["AWS_ENDPOINT_URL_LAMBDA"] = "http://127.0.0.1:1";
        var unreachable = await program.RunAsync(names);
        Assert.Equal(3, unreachable.ExitCode);
        Assert.StartsWith("AWS cannot be reached for lambda:InvokeFunction in cn-north-1: ", unreachable.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_and_programs_of_profiles_lend_credentials()
    {
        await using var stage = await LiveStage.StartAsync("2026-11-23T01:00:00Z", Config, Owned);
        var role = stage.Stage.Aws.Roles.Add(new LocalRole { Name = "operator" });
        var profiles = Path.Combine(_folder, "credentials");
        var json = Path.Combine(_folder, "keys.json");
        await File.WriteAllTextAsync(json, $$"""{"Version": 1, "AccessKeyId": "{{Simulator.LocalAws.AccountKeys.OperatorKey}}", "SecretAccessKey": "secret"}""");
        await File.WriteAllTextAsync(profiles, $"""
            [base]
            aws_access_key_id = {Simulator.LocalAws.AccountKeys.OperatorKey}
            aws_secret_access_key = secret

            [role]
            role_arn = {role}
            source_profile = base
            region = cn-north-1

            [strangers]
            role_arn = {role}x
            source_profile = base
            region = cn-north-1

            [sourceless]
            role_arn = {role}
            region = cn-north-1

            [round]
            role_arn = {role}
            source_profile = about
            region = cn-north-1

            [about]
            role_arn = {role}
            source_profile = round

            [program]
            credential_process = cat {json}
            region = cn-north-1
            """);
        var variables = stage.Variables;
        foreach (var name in new[] { "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY" })
            variables.Remove(name);
        variables["AWS_SHARED_CREDENTIALS_FILE"] = profiles;
        var program = new CliProcess(variables);
        string[] names = ["describe-periods", "--query", "Periods[].Name", "--output", "yaml", "--stack", "InstanceScheduler", "--profile-name"];

        Assert.Equal(new CliResult(0, "[theirs]\n", ""), await program.RunAsync([.. names, "role"]));
        Assert.Equal(new CliResult(0, "[theirs]\n", ""), await program.RunAsync([.. names, "program"]));
        Assert.StartsWith($"The role {role}x of the profile \"strangers\" cannot be assumed: ", (await program.RunAsync([.. names, "strangers"])).Errors, StringComparison.Ordinal);
        Assert.StartsWith("The profile \"sourceless\" has a role_arn but no source_profile.", (await program.RunAsync([.. names, "sourceless"])).Errors, StringComparison.Ordinal);
        Assert.Contains("lead round in a circle?", (await program.RunAsync([.. names, "round"])).Errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Words of a command line, single-quoted ones in one piece.</summary>
    internal static IEnumerable<string> Words(string command) =>
        Word().Matches(command).Select(word => word.Value is ['\'', .. var inner, '\''] ? inner : word.Value);

    [GeneratedRegex("'[^']*'|\\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Word();

    [GeneratedRegex("\"Version\": \"(?<version>[0-9a-f]{16})\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Version();

    [GeneratedRegex("(?<=[ ,])--[a-z-]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Flag();
}

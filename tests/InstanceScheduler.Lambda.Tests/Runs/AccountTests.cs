using System.Text;
using System.Text.Json;
using InstanceScheduler.Lambda.Tests.Administration;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.LocalAws.Ssm;
using InstanceScheduler.Simulator.LocalAws.Sts;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>The hub and two managed accounts, in two regions.</summary>
public sealed class AccountTests
{
    private const string Hub = SchedulerWorld.Account;
    private const string First = "222222222222";
    private const string Second = "333333333333";

    private static readonly string[] Accounts = [Hub, First, Second];
    private static readonly string[] Regions = ["cn-north-1", "cn-northwest-1"];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Every_service_in_every_account_and_region_is_scheduled_by_itself(int loops)
    {
        await using var world = World(loops);
        var instances = AddInstances(world);
        var databases = AddDatabases(world);
        world.Stage.Aws.Calls.Clear();

        await world.TickAsync("09:00");
        await world.TickAsync("09:15");
        Assert.All(instances, instance => Assert.Equal(PowerState.Running, instance.State));
        Assert.All(databases, database => Assert.Equal("available", database.Status));
        await world.TickAsync("18:00");
        await world.TickAsync("18:15");
        Assert.All(instances, instance => Assert.Equal(PowerState.Stopped, instance.State));
        Assert.All(databases, database => Assert.Equal("stopped", database.Status));

        Assert.Empty(world.Problems);
        var keys = Accounts.SelectMany(account => Regions.Select(region => $"{account}:{region}")).Order(StringComparer.Ordinal).ToList();
        Assert.All(["ec2", "rds"], service => Assert.Equal(keys, world.ItemsOf(service).Where(key => !key.Contains('#', StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
        var calls = world.Stage.Aws.Calls.Where(call => call.ErrorCode is null).ToLookup(call => call.Service, call => call.Account);
        Assert.Equal(Accounts, calls["ec2"].Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Accounts, calls["rds"].Distinct().Order(StringComparer.Ordinal));
        // State, settings, invocations and roles are the hub's.
        Assert.All(["dynamodb", "ssm", "lambda", "sts"], service => Assert.Equal([Hub], calls[service].Distinct()));
    }

    [Fact]
    public async Task Each_target_gets_an_event_with_its_account_and_the_one_role()
    {
        await using var world = World();

        await world.TickAsync("09:00");

        var events = world.Stage.Aws.Functions.Outcomes.Select(outcome => JsonDocument.Parse(outcome.Payload).RootElement)
            .Where(request => request.TryGetProperty("action", out _)).ToList();
        Assert.Equal(12, events.Count);
        Assert.All(events, request =>
        {
            var configuration = request.GetProperty("configuration");
            var account = request.GetProperty("account").GetString();
            Assert.Equal(1, configuration.GetProperty("regions").GetArrayLength());
            Assert.Equal(1, configuration.GetProperty("scheduled_services").GetArrayLength());
            Assert.Equal(account == Hub, configuration.GetProperty("schedule_lambda_account").GetBoolean());
            Assert.Equal(
                account == Hub ? null : $"arn:aws-cn:iam::{account}:role/Scheduler",
                configuration.TryGetProperty("cross_account_roles", out var roles) ? roles.EnumerateArray().Single().GetString() : null);
        });
        Assert.Equal(12, events.Select(request => $"{request.GetProperty("account")}{request.GetProperty("configuration").GetProperty("regions")}"
            + request.GetProperty("configuration").GetProperty("scheduled_services")).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_role_is_assumed_once_an_hour_by_a_process_whatever_its_targets(int loops)
    {
        await using var world = World(loops);
        AddInstances(world);
        AddDatabases(world);

        for (var minute = 0; minute < 60; minute += 5)
        {
            await world.TickAsync($"09:{minute:00}");
            world.RealClock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(2, Assumed(world));
        await world.TickAsync("10:00");
        Assert.Equal(4, Assumed(world));
        // In time: no call met credentials that had ended.
        Assert.DoesNotContain(world.Log, line => line.GetProperty("event").GetString() == "CredentialsRenewed");

        await world.KillAsync();
        await world.TickAsync("10:05");
        Assert.Equal(6, Assumed(world));
    }

    [Fact]
    public async Task A_denied_role_is_one_notice_and_nothing_else()
    {
        await using var world = World();
        world.Stage.PutSetting("ISSUES_TOPIC_ARN", world.Stage.Aws.Topics.Add("issues"));
        var instances = AddInstances(world);
        Deny(world, First);
        await world.TickAsync("08:55");
        var notice = Assert.Single(world.Stage.Aws.Topics.Messages);
        Assert.Equal("Instance Scheduler InstanceScheduler: 1 problem at the tick", notice.Subject);
        Assert.Contains($"1 role: arn:aws-cn:iam::{First}:role/Scheduler", notice.Text, StringComparison.Ordinal);
        Assert.Contains("Remedy: check that the role exists, that it trusts the function's role", notice.Text, StringComparison.Ordinal);
        world.Stage.Aws.Calls.Clear();

        await world.TickAsync("09:00");
        await world.KillAsync();
        await world.TickAsync("09:05");

        Assert.Single(world.Stage.Aws.Topics.Messages);
        Assert.All(instances, instance => Assert.Equal(instance.Account == First ? PowerState.Stopped : PowerState.Running, instance.State));
        Assert.Equal(2 * 8, world.Stage.Aws.Calls.Count("lambda", "Invoke"));
        Assert.DoesNotContain(world.ItemsOf("ec2").Concat(world.ItemsOf("health")), key => key.Contains(First, StringComparison.Ordinal));

        world.Stage.Aws.Roles.Change(RoleOf(First), role => role with { TrustedAccounts = [Hub] });
        await world.TickAsync("09:10");
        await world.TickAsync("09:15");
        Assert.All(instances, instance => Assert.Equal(PowerState.Running, instance.State));
        Deny(world, First);
        // Credentials that were given out outlive the trust.
        await world.TickAsync("09:20");
        Assert.Single(world.Stage.Aws.Topics.Messages);
        world.RealClock.Advance(TimeSpan.FromHours(1));
        // More than an hour without it: news again.
        await world.TickAsync("10:25");
        Assert.Equal(2, world.Stage.Aws.Topics.Messages.Count);
    }

    [Fact]
    public async Task Roles_that_are_denied_alike_are_one_notice()
    {
        await using var world = World();
        world.Stage.PutSetting("ISSUES_TOPIC_ARN", world.Stage.Aws.Topics.Add("issues"));
        Deny(world, First);
        Deny(world, Second);

        await world.TickAsync("09:00");

        Assert.Contains("2 roles: ", Assert.Single(world.Stage.Aws.Topics.Messages).Text, StringComparison.Ordinal);
        Assert.Single(world.Problems);
        Assert.Equal(4, world.Stage.Aws.Calls.Count("lambda", "Invoke"));
    }

    [Fact]
    public async Task A_role_that_cannot_be_tried_in_time_is_left_to_the_runs()
    {
        await using var world = World();
        var instances = AddInstances(world);
        var tries = 0;
        // Every process has its own try at the tick.
        world.Stage.Aws.Faults.Add(call => call.Operation == "AssumeRole" && call.Resources.Contains(RoleOf(First)) && Interlocked.Increment(ref tries) == 1
            ? LocalFault.Answer("ServiceUnavailable", 503) : null);

        await world.TickAsync("09:00");

        Assert.Empty(world.Problems);
        Assert.All(instances, instance => Assert.NotEqual(PowerState.Stopped, instance.State));
    }

    [Fact]
    public async Task A_role_that_is_denied_between_tick_and_run_is_told_by_the_run()
    {
        await using var world = World();
        world.Stage.PutSetting("ISSUES_TOPIC_ARN", world.Stage.Aws.Topics.Add("issues"));
        Deny(world, First);

        var answer = await world.InvokeAsync(RunEvent($"\"account\":\"{First}\"", $"\"schedule_lambda_account\":false,\"cross_account_roles\":[\"{RoleOf(First)}\"]", regions: "[\"cn-north-1\"]"));

        Assert.Equal("{\"ec2\":{\"222222222222\":{\"started\":{},\"stopped\":{},\"resized\":{}}}}", answer);
        Assert.EndsWith("1 problem in ec2 222222222222/cn-north-1", Assert.Single(world.Stage.Aws.Topics.Messages).Subject, StringComparison.Ordinal);
        Assert.Equal(0, world.Stage.Aws.Calls.Count("ec2"));
    }

    [Fact]
    public async Task An_event_made_by_hand_runs_all_of_its_targets_in_process()
    {
        await using var world = World();
        var instances = AddInstances(world);
        Deny(world, Second);

        var answer = JsonDocument.Parse(await world.InvokeAsync(RunEvent("\"x\":1", $"\"cross_account_roles\":[\"{RoleOf(Second)}\",\"{RoleOf(First)}\"]"))).RootElement.GetProperty("ec2");

        Assert.All(instances, instance => Assert.Equal(instance.Account == Second ? PowerState.Stopped : PowerState.Pending, instance.State));
        Assert.Equal(Accounts, answer.EnumerateObject().Select(account => account.Name));
        Assert.All([Hub, First], account => Assert.Equal(Regions, answer.GetProperty(account).GetProperty("started").EnumerateObject().Select(region => region.Name)));
        Assert.Empty(answer.GetProperty(Second).GetProperty("started").EnumerateObject());
        Assert.Equal(0, world.Stage.Aws.Calls.Count("lambda", "Invoke"));
        // Two targets of the denied account: asked for once, told once.
        Assert.Single(world.Problems);
        Assert.Equal(2, Assumed(world));
    }

    [Fact]
    public async Task A_tick_without_invocations_reaches_all_accounts_too()
    {
        await using var world = World();
        var instances = AddInstances(world);
        Deny(world, Second);
        var tick = Encoding.UTF8.GetString(world.Stage.TickEvent(DateTimeOffset.Parse("2026-11-23T09:00+08:00")).Span).TrimEnd();

        await world.InvokeAsync(tick.Insert(tick.LastIndexOf('}'), ",\"no_lambda\":true"));

        Assert.All(instances, instance => Assert.Equal(instance.Account == Second ? PowerState.Stopped : PowerState.Pending, instance.State));
        Assert.Single(world.Problems, problem => problem.Contains("RoleNotAssumed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_a_role_leads_to_is_never_scheduled_with_the_hubs_credentials()
    {
        await using var world = World();
        var instances = AddInstances(world);

        await world.InvokeAsync(RunEvent($"\"account\":\"{First}\"", $"\"cross_account_roles\":[\"{RoleOf(First)}\"]"));

        Assert.All(instances, instance => Assert.Equal(instance.Account == First ? PowerState.Pending : PowerState.Stopped, instance.State));
        Assert.Equal([First], world.Stage.Aws.Calls.Where(call => call.Service == "ec2").Select(call => call.Account).Distinct());
    }

    [Fact]
    public async Task Credentials_that_end_between_runs_or_within_one_are_renewed()
    {
        await using var world = World();
        var instances = AddInstances(world);
        await world.TickAsync("08:00");
        Assert.Equal(2, Assumed(world));

        // On our clock no time has passed, on that of AWS more than an hour.
        world.Stage.Aws.Faults.Add(call => call.Operation == "StartInstances" && call.Account == Second && Assumed(world) == 4
            ? LocalFault.Answer("RequestExpired") : null);
        await world.TickAsync("09:05");

        Assert.All(instances, instance => Assert.NotEqual(PowerState.Stopped, instance.State));
        Assert.Equal(5, Assumed(world));
        Assert.Empty(world.Problems);
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "CredentialsRenewed");
    }

    [Fact]
    public async Task Without_the_hub_only_the_roles_run_and_parameters_name_them()
    {
        await using var world = World(roles: "{param:/scheduler/roles}", more: ""","schedule_lambda_account":{"BOOL":false}""");
        world.Stage.Aws.Parameters.Put("/scheduler/roles", $"{RoleOf(First)},{RoleOf(Second)}", ParameterType.StringList);
        var instances = AddInstances(world);

        await world.TickAsync("09:00");

        Assert.All(instances, instance => Assert.Equal(instance.Account == Hub ? PowerState.Stopped : PowerState.Pending, instance.State));
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task What_cannot_be_used_is_told_at_the_tick_and_the_rest_runs()
    {
        await using var world = World(roles: $"nonsense\",\"{{param:NOBODY}}\",\"{RoleOf(First)}\",\"arn:aws-cn:iam::{First}:role/Zebra\",\"arn:aws:iam::{Second}:role/Scheduler");
        var instances = AddInstances(world);

        await world.TickAsync("09:00");

        Assert.All(instances, instance => Assert.Equal(instance.Account == Second ? PowerState.Stopped : PowerState.Pending, instance.State));
        Assert.Equal(["AccountTwice", "RoleParameterUnknown", "RoleUnusable", "RoleUnusable"], world.Problems.Select(problem => problem.Split(": ")[1]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("secret-1", true)]
    [InlineData("secret-2", false)]
    [InlineData(null, false)]
    public async Task An_external_id_is_a_setting(string? setting, bool works)
    {
        await using var world = World();
        if (setting is not null)
            world.Stage.PutSetting("EXTERNAL_ID", setting);
        world.Stage.Aws.Roles.Change(RoleOf(First), role => role with { ExternalId = "secret-1" });
        var instances = AddInstances(world);

        await world.TickAsync("09:00");

        Assert.All(instances.Where(instance => instance.Account == First), instance => Assert.Equal(works ? PowerState.Pending : PowerState.Stopped, instance.State));
        AssertNoSecrets(world, "secret-");
    }

    [Fact]
    public async Task No_credential_is_ever_logged()
    {
        await using var world = World();
        world.Stage.PutSetting("TRACE", "True");
        AddInstances(world);
        world.Stage.Aws.Faults.Add("ec2", "StartInstances", LocalFault.Answer("RequestExpired"));
        world.Stage.Aws.Faults.Add("sts", "AssumeRole", LocalFault.LoseAnswer);

        await world.TickAsync("09:00");

        AssertNoSecrets(world, "ASIA", "IQoJb3JpZ2lu", "secret");
    }

    [Fact]
    public async Task A_window_of_systems_manager_is_looked_up_in_the_account_and_kept_in_the_hub()
    {
        await using var world = World();
        world.PutSchedule("patched", "\"use_maintenance_window\":{\"BOOL\":true},\"ssm_maintenance_window\":{\"S\":\"patching\"}");
        world.Stage.Aws.Windows.Add(new LocalMaintenanceWindow
        {
            Account = First,
            Name = "patching",
            Schedule = WindowSchedule.Parse("cron(0 0 18 ? * FRI *)"),
            DurationHours = 3,
        });
        var instance = Add(world, First, "cn-north-1", "patched");

        foreach (var time in new[] { "01:50", "01:55", "02:00", "02:05" })
            await world.TickAsync(time, "2026-11-28");
        Assert.Equal(PowerState.Running, instance.State);
        Assert.StartsWith($"{First}:cn-north-1#mw-", Assert.Single(world.ItemsOf("maintenance-window")), StringComparison.Ordinal);
        await world.TickAsync("05:00", "2026-11-28");

        Assert.Equal(PowerState.Stopping, instance.State);
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task Instances_of_all_accounts_are_listed_and_one_account_without_trust_is_a_problem()
    {
        await using var world = World();
        AddInstances(world);
        Deny(world, Second);

        var answer = await world.AskAsync("describe-instances", """{"service":"ec2"}""");

        Assert.Equal(
            [Hub, Hub, First, First],
            answer.GetProperty("Instances").EnumerateArray().Select(instance => instance.GetProperty("Account").GetString()), StringComparer.Ordinal);
        Assert.Equal(
            [$"ec2 in {Second}/cn-north-1: AssumeRole failed", $"ec2 in {Second}/cn-northwest-1: AssumeRole failed"],
            answer.GetProperty("Problems").EnumerateArray().Select(problem => problem.GetString()!.Split(" with")[0]), StringComparer.Ordinal);
        Assert.Equal(12, (await world.AskAsync("describe-status")).GetProperty("Targets").GetArrayLength());
    }

    private static SchedulerWorld World(int loops = 1, string? roles = null, string more = "")
    {
        var world = new SchedulerWorld(loops);
        foreach (var account in Accounts.Skip(1))
            world.Stage.Aws.Roles.Add(new LocalRole { Name = "Scheduler", Account = account });
        roles ??= $"{RoleOf(Second)}\",\"{RoleOf(First)}";
        world.PutConfig(
            $$"""{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"Asia/Shanghai"},"regions":{"SS":["cn-north-1","cn-northwest-1"]},"scheduled_services":{"SS":["ec2","rds"]},"create_rds_snapshot":{"BOOL":false},"cross_account_roles":{"SS":["{{roles}}"]}{{more}}}""");
        return world;
    }

    private static string RoleOf(string account) => $"arn:aws-cn:iam::{account}:role/Scheduler";

    private static void Deny(SchedulerWorld world, string account) => world.Stage.Aws.Roles.Change(RoleOf(account), role => role with { TrustedAccounts = [] });

    private static long Assumed(SchedulerWorld world) => world.Stage.Aws.Calls.Count("sts", "AssumeRole");

    private static List<LocalInstance> AddInstances(SchedulerWorld world) =>
        [.. Accounts.SelectMany(account => Regions.Select(region => Add(world, account, region)))];

    private static LocalInstance Add(SchedulerWorld world, string account, string region, string schedule = "cn-office-hours") => world.Ec2.Add(new LocalInstance
    {
        Id = $"i-{account}{(region == "cn-north-1" ? "00001" : "00002")}",
        Account = account,
        Region = region,
        InitialState = PowerState.Stopped,
        Tags = SchedulerWorld.TagsOf(schedule),
    });

    private static List<LocalDatabase> AddDatabases(SchedulerWorld world) =>
        [.. Accounts.SelectMany(account => Regions.Select(region => world.Rds.Add(new LocalDatabase
        {
            Id = "orders",
            Account = account,
            Region = region,
            InitialStatus = "stopped",
            Tags = SchedulerWorld.TagsOf("cn-office-hours"),
        })))];

    private static string RunEvent(string head, string configuration, string regions = "[\"cn-north-1\",\"cn-northwest-1\"]") => $$$"""
        {"action":"scheduler:run",{{{head}}},"dispatch_time":"2026-11-23T01:00:00Z",
         "configuration":{"default_timezone":"Asia/Shanghai","regions":{{{regions}}},"scheduled_services":["ec2"],{{{configuration}}}}}
        """;

    private static void AssertNoSecrets(SchedulerWorld world, params string[] secrets) =>
        Assert.DoesNotContain(world.Log, line => Array.Exists(secrets, secret => line.GetRawText().Contains(secret, StringComparison.Ordinal)));
}

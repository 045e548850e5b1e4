using System.Text;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Lambda.Tests.Runs;

public sealed class TickTests
{
    private static readonly DateTimeOffset Nine = DateTimeOffset.Parse("2026-11-23T09:00+08:00");

    [Fact]
    public async Task A_tick_answers_with_one_accepted_invocation_per_target()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"config"},"name":{"S":"scheduler"},"regions":{"SS":["cn-north-1","cn-northwest-1"]},"scheduled_services":{"SS":["ec2"]}}""");

        var answer = JsonDocument.Parse(await world.InvokeAsync(Tick(world))).RootElement;
        await world.Stage.Aws.Functions.IdleAsync();

        Assert.Equal(2, answer.GetArrayLength());
        Assert.Equal(["cn-north-1", "cn-northwest-1"], answer.EnumerateArray().Select(target => target.GetProperty("regions")[0].GetString()).Order(StringComparer.Ordinal));
        Assert.All(answer.EnumerateArray(), target =>
        {
            Assert.Equal("ec2", target.GetProperty("services")[0].GetString());
            Assert.Equal(SchedulerWorld.Account, target.GetProperty("accounts")[0].GetString());
            Assert.Equal(202, target.GetProperty("lambda_invoke_result").GetInt32());
            Assert.NotEmpty(target.GetProperty("lambda_request_id").GetString()!);
        });
    }

    [Fact]
    public async Task No_lambda_runs_in_process_and_answers_with_the_result()
    {
        await using var world = new SchedulerWorld();
        var starting = world.Add(SchedulerWorld.IdOf(1));
        world.PutConfig("""{"type":{"S":"schedule"},"name":{"S":"off"},"override_status":{"S":"stopped"}}""");
        var stopping = world.Add(SchedulerWorld.IdOf(2), "off", PowerState.Running);
        var tick = Tick(world);

        var answer = await world.InvokeAsync(tick.Insert(tick.LastIndexOf('}'), ",\"no_lambda\":true"));

        Assert.Equal(
            "{\"ec2\":{\"123456789012\":{\"started\":{\"cn-north-1\":[{\"" + starting.Id + "\":{\"schedule\":\"cn-office-hours\"}}]},"
            + "\"stopped\":{\"cn-north-1\":[{\"" + stopping.Id + "\":{\"schedule\":\"off\"}}]},\"resized\":{}}}}",
            answer);
        Assert.Equal(0, world.Stage.Aws.Calls.Count("lambda", "Invoke"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"time\":\"0001-01-01T00:00:00Z\",")]
    // In Shanghai that is a day which no calendar has.
    [InlineData("\"time\":\"9999-12-31T23:59:59Z\",")]
    public async Task A_tick_without_a_time_that_every_zone_has_decides_for_now(string time)
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        world.Time.AdvanceTo(Nine);
        var tick = Tick(world);
        var begin = tick.IndexOf("\"time\"", StringComparison.Ordinal);
        tick = tick.Remove(begin, tick.IndexOf(',', begin) + 1 - begin).Insert(begin, time);

        var answer = await world.InvokeAsync(tick.Insert(tick.LastIndexOf('}'), ",\"no_lambda\":true"));

        Assert.Contains(instance.Id, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_target_answers_with_empty_lists()
    {
        await using var world = new SchedulerWorld();
        Assert.Equal(
            """{"ec2":{"123456789012":{"started":{},"stopped":{},"resized":{}}}}""",
            await world.InvokeAsync("""{"action":"scheduler:run","configuration":{"regions":["cn-north-1"],"scheduled_services":["ec2"],"schedules":{},"periods":{}},"dispatch_time":"2026-11-23T01:00:00Z"}"""));
    }

    [Fact]
    public async Task A_run_event_in_the_reference_form_with_numbers_is_understood()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1), "s");
        await world.InvokeAsync("""
            {"action":"scheduler:run","dispatch_time":"2026-11-23T01:00:00","configuration":{"tag_name":"Schedule","default_timezone":"Asia/Shanghai",
             "regions":["cn-north-1"],"scheduled_services":["ec2"],"schedules":{"s":{"name":"s","periods":["p"]}},
             "periods":{"p":{"begintime":"09:00","endtime":"18:00","weekdays":[0,1,2,3,4],"months":[11]}}}}
            """);
        Assert.Equal(PowerState.Pending, instance.State);
    }

    [Fact]
    public async Task Too_many_schedules_for_an_event_are_read_from_the_table()
    {
        await using var world = new SchedulerWorld();
        for (var i = 0; i < 1500; i++)
            world.PutConfig($$"""{"type":{"S":"schedule"},"name":{"S":"team-{{i:0000}}"},"description":{"S":"{{new string('x', 120)}}"},"periods":{"SS":["office"]} }""");
        var instance = world.Add(SchedulerWorld.IdOf(1), "team-1499");

        await world.TickAsync("09:00");

        Assert.Equal(PowerState.Pending, instance.State);
        Assert.All(world.Stage.Aws.Functions.Outcomes, outcome => Assert.True(outcome.Payload.Length <= 200_000));
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_again_are_kept()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("08:00");
        world.Stage.Aws.Faults.Add(call => call.Service == "ssm" ? LocalFault.Answer("AccessDeniedException", message: "no more") : null);

        await world.TickAsync("09:00");

        Assert.Equal(PowerState.Pending, instance.State);
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "SettingsKept");
    }

    [Fact]
    public async Task The_account_of_the_event_beats_that_of_the_settings()
    {
        await using var world = new SchedulerWorld();
        world.Stage.PutSetting("ACCOUNT", "999999999999");
        var instance = world.Add(SchedulerWorld.IdOf(1));

        await world.TickAsync("09:00");

        Assert.Equal("running", world.StoredOf(instance.Id));
    }

    [Fact]
    public async Task A_blank_override_is_as_if_absent_also_after_the_fan_out()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"schedule"},"name":{"S":"cn-office-hours"},"periods":{"SS":["office"]},"override_status":{"S":""}}""");
        var instance = world.Add(SchedulerWorld.IdOf(1));

        await world.TickAsync("09:00");

        Assert.Equal(PowerState.Pending, instance.State);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("1")]
    [InlineData("True.")]
    public async Task An_unreadable_dry_run_setting_counts_as_set(string value)
    {
        await using var world = new SchedulerWorld();
        world.Stage.PutSetting("DRY_RUN", value);
        var instance = world.Add(SchedulerWorld.IdOf(1));

        await world.TickAsync("09:00");

        Assert.Equal(PowerState.Stopped, instance.State);
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "SettingUnreadable");
    }

    [Theory]
    [InlineData("\"schedule_lambda_account\":{\"BOOL\":false}")]
    [InlineData("\"schedule_lambda_account\":{\"S\":\"no\"}")]
    [InlineData("\"default_timezone\":{\"M\":{\"zone\":{\"S\":\"Asia/Shanghai\"}}}")]
    [InlineData("\"regions\":{\"M\":{\"a\":{\"S\":\"cn-north-1\"}}}")]
    [InlineData("\"tagname\":{\"M\":{\"a\":{\"S\":\"Schedule\"}}}")]
    public async Task A_setting_that_is_off_or_unreadable_touches_nothing(string setting)
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("{\"type\":{\"S\":\"config\"},\"name\":{\"S\":\"scheduler\"},\"scheduled_services\":{\"SS\":[\"ec2\"]}," + setting + "}");
        var instance = world.Add(SchedulerWorld.IdOf(1), state: PowerState.Running);

        await world.TickAsync("20:00");

        Assert.Equal(PowerState.Running, instance.State);
        Assert.Equal(0, world.Stage.Aws.Calls.Count("ec2", "StopInstances"));
    }

    [Fact]
    public async Task Nothing_to_schedule_at_all_is_said_with_where_to_look()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("""{"type":{"S":"config"},"name":{"S":"scheduler"}}""");
        await world.TickAsync("09:00");
        Assert.Single(world.Problems, problem => problem.Contains("scheduled_services is empty", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_are_read_again_after_ten_minutes_and_not_before()
    {
        await using var world = new SchedulerWorld();
        await world.TickAsync("09:00");
        world.Stage.Aws.Calls.Clear();

        await world.TickAsync("09:09:59");
        Assert.Equal(0, world.Stage.Aws.Calls.Count("ssm"));
        await world.TickAsync("09:10");

        // The stack's settings fill more than a page of ten.
        Assert.Equal(2, world.Stage.Aws.Calls.Count("ssm"));
    }

    [Fact]
    public async Task An_outage_of_parameter_store_makes_no_warm_tick_late()
    {
        await using var world = new SchedulerWorld();
        await world.TickAsync("08:00");
        world.Stage.Aws.Faults.Add(call => call.Service == "ssm" ? LocalFault.Answer("InternalServerError", 500, "down") : null);

        await world.TickAsync("09:00");

        Assert.InRange(world.Time.GetUtcNow(), DateTimeOffset.Parse("2026-11-23T09:00+08:00"), DateTimeOffset.Parse("2026-11-23T09:00:15+08:00"));
    }

    [Fact]
    public async Task Settings_of_another_stack_are_not_taken()
    {
        await using var world = new SchedulerWorld();
        world.Stage.RemoveSettings();
        foreach (var (name, value) in new[] { ("CONFIG_TABLE", world.Stage.ConfigTable), ("STATE_TABLE", world.Stage.StateTable), ("ACCOUNT", SchedulerWorld.Account), ("STACK_NAME", "another-stack") })
            world.Stage.Aws.Parameters.Put($"/lambdaEnvConfig/InstanceSchedulerMain/{name}", value);
        Assert.Equal("null", await world.InvokeAsync(Tick(world)));
    }

    [Theory]
    [InlineData("true", "Stopping", "stopped")]
    [InlineData("false", "Running", "stopped")]
    public async Task New_instances_are_stopped_only_where_the_schedule_says_so(string flag, string state, string stored)
    {
        await using var world = new SchedulerWorld();
        world.PutConfig("{\"type\":{\"S\":\"schedule\"},\"name\":{\"S\":\"cn-office-hours\"},\"periods\":{\"SS\":[\"office\"]},\"stop_new_instances\":{\"S\":\"" + flag + "\"}}");
        var instance = world.Add(SchedulerWorld.IdOf(1), state: PowerState.Running);

        await world.TickAsync("20:00");

        Assert.Equal(state, instance.State.ToString());
        Assert.Equal(stored, world.StoredOf(instance.Id));
    }

    [Fact]
    public async Task A_late_duplicate_does_nothing_and_says_so()
    {
        await using var world = new SchedulerWorld();
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("09:00");
        await world.TickAsync("18:00");
        await world.TickAsync("18:05");

        await world.TickAsync("09:00");

        Assert.Equal(PowerState.Stopped, instance.State);
        Assert.Contains(world.Log, line => line.GetProperty("event").GetString() == "RunSkippedStale");
        Assert.Empty(world.Problems);
    }

    [Fact]
    public async Task What_an_event_of_the_future_left_is_told_for_as_long_as_it_keeps_runs_from_acting()
    {
        await using var world = new SchedulerWorld();
        var topic = world.Stage.Aws.Topics.Add("Issues");
        world.Stage.PutSetting("ISSUES_TOPIC_ARN", topic);
        var instance = world.Add(SchedulerWorld.IdOf(1));
        await world.TickAsync("00:05");
        await world.InvokeAsync(Tick(world).Replace("2026-11-23", "2026-11-30", StringComparison.Ordinal).TrimEnd('}') + ",\"no_lambda\":true}");

        await world.TickAsync("18:00");
        await world.TickAsync("18:05");

        Assert.Equal(PowerState.Running, instance.State);
        Assert.Contains("StateFromFuture", Assert.Single(world.Problems), StringComparison.Ordinal);
        Assert.Equal(1, world.Stage.Aws.Calls.Count("sns", "Publish"));
    }

    [Fact]
    public async Task The_rule_is_known_by_the_stack_name_where_no_setting_names_it()
    {
        await using var world = new SchedulerWorld();
        world.Stage.Aws.Parameters.Delete($"/lambdaEnvConfig/{Stage.FunctionName}/SCHEDULER_RULE");
        Assert.StartsWith("[", await world.InvokeAsync(Tick(world).Replace($"rule/{world.Stage.Rule.PhysicalId}", "rule/InstanceScheduler-SchedulerRule-1ABCDEF", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Error", await world.InvokeAsync(Tick(world).Replace($"rule/{world.Stage.Rule.PhysicalId}", "rule/Other-SchedulerRule", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_the_older_port_are_found_when_they_are_this_stacks()
    {
        await using var world = new SchedulerWorld();
        world.Stage.RemoveSettings();
        foreach (var (name, value) in new[] { ("CONFIG_TABLE", world.Stage.ConfigTable), ("STATE_TABLE", world.Stage.StateTable), ("ACCOUNT", SchedulerWorld.Account), ("STACK_NAME", Stage.StackName) })
            world.Stage.Aws.Parameters.Put($"/lambdaEnvConfig/InstanceSchedulerMain/{name}", value);
        var instance = world.Add(SchedulerWorld.IdOf(1));

        await world.TickAsync("09:00");

        Assert.Equal(PowerState.Pending, instance.State);
    }

    [Fact]
    public async Task A_run_out_of_time_saves_what_it_did_and_the_next_tick_continues()
    {
        await using var world = new SchedulerWorld();
        var instances = world.AddMany(200);
        var calls = 0;
        // Each batch takes two virtual minutes, so that a five-minute invocation gets through a few of the four.
        world.Stage.Aws.Faults.BeforeCall = call =>
        {
            if (call.Operation == "StartInstances" && Interlocked.Increment(ref calls) > 0)
                world.Time.AdvanceBy(TimeSpan.FromMinutes(2));
            return ValueTask.CompletedTask;
        };

        await world.TickAsync("09:00");
        Assert.Equal(150, instances.Count(instance => world.StoredOf(instance.Id) == "running"));
        Assert.Single(world.Problems, problem => problem.Contains("ran out of time with 50 instances to go", StringComparison.Ordinal));

        await world.TickAsync("09:10");
        Assert.All(instances, instance => Assert.Equal("running", world.StoredOf(instance.Id)));
    }

    private static string Tick(SchedulerWorld world) => Encoding.UTF8.GetString(world.Stage.TickEvent(Nine).Span).TrimEnd();
}

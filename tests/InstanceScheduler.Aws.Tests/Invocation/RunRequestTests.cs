using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CsCheck;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Invocation;
using InstanceScheduler.Core.Configuration;
using NodaTime;

namespace InstanceScheduler.Aws.Tests.Invocation;

public sealed class RunRequestTests
{
    private const int MostBytesOfAnEvent = 256 * 1024;

    private static readonly Instant Tick = Instant.FromUtc(2026, 11, 23, 1, 0);

    private static readonly Gen<string> Words = Gen.Int[0, 9].Select(number => (string[])["running", "stopped", "09:00", "18:30", "mon-fri", "sat,sun", "1-7", "", " ", "办公 \"x\" <y> \\ 😀"] is var all ? all[number] : "");

    private static readonly Gen<ConfigValue> Values = Gen.Frequency(
        (8, Words.Select(ConfigValue (word) => new ConfigValue.Text(word))),
        (3, Words.Array[0, 3].Select(ConfigValue (words) => new ConfigValue.Many([.. words]))),
        (2, Gen.Bool.Select(ConfigValue (flag) => new ConfigValue.Flag(flag))),
        (1, Gen.Const<ConfigValue>(new ConfigValue.Foreign("a map"))));

    private static readonly Gen<ConfigItem> Periods = Items(ConfigTypes.Period, Gen.Int[0, 6].Select(number => $"p{number}"), new(StringComparer.Ordinal)
    {
        ["begintime"] = OneOf("09:00", "8:00", "18:00", "late"),
        ["endtime"] = OneOf("18:00", "24:00", "07:00", "25:00"),
        ["weekdays"] = OneOf("mon-fri", "0,1,2", "mon#1", "monkey"),
        ["monthdays"] = OneOf("1-7", "L", "15W", "32"),
        ["months"] = OneOf("jan", "1-6/2", "13"),
        ["from"] = OneOf("2026-02-15", "soon"),
        ["until"] = OneOf("2026-10-01", "2020-01-01"),
        ["years"] = OneOf("2026", "2026-2028/2, 2030", "26"),
        ["calendar"] = OneOf("cn", "c1", "c2", "c9", "none", ""),
        ["description"] = Values,
        ["unknown"] = Values,
    });

    private static readonly Gen<ConfigItem> Schedules = Items(ConfigTypes.Schedule, Gen.Int[0, 6].Select(number => $"s{number}"), new(StringComparer.Ordinal)
    {
        ["periods"] = Gen.OneOf(OneOf("p1", "p2@m5.large", "p3,p4", "p9", "p1@"), Gen.Int[0, 6].Select(number => $"p{number}").Array[1, 3].Select(ConfigValue (names) => new ConfigValue.Many([.. names]))),
        ["timezone"] = OneOf("Asia/Shanghai", "prc", "Mars/Olympus"),
        ["override_status"] = OneOf("running", "stopped", "runing"),
        ["calendar"] = OneOf("cn", "c0", "c3", "none"),
        ["overwrite"] = Values,
        ["enforced"] = Values,
        ["retain_running"] = Gen.Bool.Select(ConfigValue (flag) => new ConfigValue.Flag(flag)),
        ["hibernate"] = OneOf("true", "false", "1", "maybe"),
        ["use_maintenance_window"] = OneOf("true", "False"),
        ["stop_new_instances"] = OneOf("true", "false"),
        ["ssm_maintenance_window"] = Values,
        ["use_metrics"] = OneOf("true", "0"),
        ["respect_manual_stop"] = Values,
        ["max_uptime"] = OneOf("8h", "90m", "2 days", ""),
        ["configured_in_stack"] = Values,
        ["description"] = Values,
    });

    private static readonly Gen<ConfigItem> Calendars = Items(ConfigTypes.Calendar, OneOf("cn", "c0", "c1", "c2", "c3").Select(name => ((ConfigValue.Text)name).Value), new(StringComparer.Ordinal)
    {
        ["holidays"] = Gen.OneOf(OneOf("2026-10-01", "2026-10-01/2026-10-07, 2026-12-25", "soon"), Gen.Const<ConfigValue>(new ConfigValue.Many(["2026-10-01/2026-10-07", "2026-12-25"]))),
        ["workdays"] = OneOf("2026-10-10", "2026-10-03"),
        ["extends"] = OneOf("cn", "c1", "c2", "c9", ""),
        ["description"] = Values,
    });

    private static readonly Gen<ConfigItem> Configs = Items(ConfigTypes.Config, Gen.Const(ConfigTypes.SchedulerItem), new(StringComparer.Ordinal)
    {
        ["tagname"] = Words.Select(ConfigValue (word) => new ConfigValue.Text(word)),
        ["default_timezone"] = OneOf("Asia/Shanghai", "UTC", "Mars/Olympus", ""),
        ["regions"] = OneOf("cn-north-1", "cn-north-1,cn-northwest-1", ""),
        ["cross_account_roles"] = OneOf("arn:aws-cn:iam::123456789012:role/x", "{param:ROLES}"),
        ["scheduled_services"] = OneOf("ec2", "ec2,rds", ""),
        ["schedule_clusters"] = Values,
        ["create_rds_snapshot"] = Values,
        ["schedule_lambda_account"] = Values,
        ["use_metrics"] = Values,
        ["trace"] = Values,
        ["started_tags"] = OneOf("a=b,c={year}", ""),
        ["stopped_tags"] = OneOf("a=b", "办公=是"),
        ["max_override"] = OneOf("36h", "90m", "7d", ""),
    });

    [Fact]
    public void Writing_and_reading_gives_the_same_configuration() =>
        Gen.Select(Configs, Periods.Array[0, 7], Schedules.Array[0, 7], Calendars.Array[0, 3]).Sample((config, periods, schedules, calendars) =>
        {
            ImmutableArray<ConfigItem> items = [config, .. periods.Concat(schedules).Concat(calendars).DistinctBy(item => (item.Type, item.Name))];
            var sent = ConfigurationReader.Read(items);

            var received = RoundTrip(new RunRequest(sent.Settings, items, Tick));

            AssertSame(sent, received);
        }, iter: 1_000);

    [Theory]
    [InlineData("override_status", "running", true)]
    [InlineData("override_status", "stopped", true)]
    [InlineData("overwrite", "true", true)]
    // Empty counts as absent: without its periods such a schedule would stop everything.
    [InlineData("override_status", "", false)]
    [InlineData("override_status", "  ", false)]
    [InlineData("overwrite", "", false)]
    public void An_override_leaves_the_periods_out(string attribute, string value, bool isOverridden)
    {
        ImmutableArray<ConfigItem> items =
        [
            Item(ConfigTypes.Period, "office", ("begintime", "09:00"), ("endtime", "18:00")),
            Item(ConfigTypes.Schedule, "s", ("periods", "office"), (attribute, value)),
        ];

        var payload = RunRequestWriter.Write(new RunRequest(new SchedulerSettings(), items, Tick));

        var schedule = JsonDocument.Parse(payload).RootElement.GetProperty("configuration").GetProperty("schedules").GetProperty("s");
        Assert.Equal(!isOverridden, schedule.TryGetProperty("periods", out _));
        AssertSame(ConfigurationReader.Read(items), RoundTrip(new RunRequest(new SchedulerSettings(), items, Tick)));
    }

    [Fact]
    public void It_is_written_as()
    {
        var settings = new SchedulerSettings
        {
            DefaultTimeZone = "Asia/Shanghai",
            Regions = ["cn-north-1"],
            ScheduledServices = ["ec2"],
            StartedTags = "a=b",
        };
        ImmutableArray<ConfigItem> items =
        [
            Item(ConfigTypes.Period, "office", ("begintime", "09:00"), ("endtime", "18:00"), ("weekdays", "mon-fri, sun")),
            Item(ConfigTypes.Schedule, "cn", ("periods", "office@m5.large"), ("timezone", "PRC")),
        ];

        Assert.Equal(
            """{"action":"scheduler:run","configuration":{"tag_name":"Schedule","default_timezone":"Asia/Shanghai","trace":false,"use_metrics":false,"schedule_clusters":false,"create_rds_snapshot":true,"schedule_lambda_account":true,"dry_run":false,"started_tags":"a=b","regions":["cn-north-1"],"scheduled_services":["ec2"],"schedules":{"cn":{"name":"cn","periods":["office@m5.large"],"timezone":"PRC"}},"periods":{"office":{"name":"office","begintime":"09:00","endtime":"18:00","weekdays":["mon-fri","sun"]}}},"dispatch_time":"2026-11-23T01:00:00Z"}""",
            Encoding.UTF8.GetString(RunRequestWriter.Write(new RunRequest(settings, items, Tick)).Span));
    }

    [Fact]
    public void Only_calendars_that_are_needed_travel_with_what_they_extend()
    {
        ImmutableArray<ConfigItem> items =
        [
            Item(ConfigTypes.Calendar, "unused", ("holidays", "2026-10-01")),
            Item(ConfigTypes.Calendar, "base", ("holidays", "2026-10-01, 2026-10-02/2026-10-03"), ("description", "for people")),
            Item(ConfigTypes.Calendar, "plant", ("extends", "base"), ("workdays", "2026-10-03")),
            Item(ConfigTypes.Period, "p", ("weekdays", "workday"), ("calendar", "cn")),
            Item(ConfigTypes.Schedule, "s", ("periods", "p"), ("calendar", "plant")),
        ];

        var sent = JsonDocument.Parse(RunRequestWriter.Write(new RunRequest(new SchedulerSettings(), items, Tick))).RootElement.GetProperty("configuration");

        Assert.Equal(
            """{"base":{"name":"base","holidays":["2026-10-01","2026-10-02/2026-10-03"]},"plant":{"name":"plant","extends":"base","workdays":["2026-10-03"]}}""",
            sent.GetProperty("calendars").GetRawText());
    }

    [Fact]
    public void Only_overrides_that_hold_at_the_instant_travel()
    {
        ImmutableArray<ConfigItem> items =
        [
            Override("held", ("instance", "i-1"), ("begin", "2026-11-23T01:00Z"), ("end", "2026-11-23T02:00Z"), ("reason", "上线 \"x\""), ("created_by", "wang"), ("expires", "1795400000")),
            Override("account", ("account", "123456789012"), ("service", "rds"), ("region", "cn-north-1"), ("end", "2026-11-23T01:00:01Z")),
            Override("ended", ("instance", "i-1"), ("end", "2026-11-23T01:00Z")),
            Override("waits", ("instance", "i-1"), ("begin", "2026-11-23T01:00:01Z"), ("end", "2026-11-23T02:00Z")),
            Override("unreadable", ("instance", "i-1"), ("end", "soon")),
        ];
        var settings = new SchedulerSettings { MaxOverride = Duration.FromHours(36) };

        var received = RoundTrip(new RunRequest(settings, items, Tick));

        Assert.Empty(received.Problems);
        Assert.Equal(ConfigurationReader.Read(items).Overrides.All.Where(one => one.HoldsAt(Tick)), received.Overrides.All);
        Assert.Equal(["account", "held"], received.Overrides.All.Select(one => one.Name));
        Assert.Equal(settings.MaxOverride, received.Settings.MaxOverride);

        static ConfigItem Override(string name, params (string, string)[] attributes) => Item(ConfigTypes.Override, name, [.. attributes, ("state", "running")]);
    }

    [Theory]
    [InlineData("arn:aws-cn:iam::222222222222:role/r", false)]
    [InlineData(null, true)]
    public void For_a_single_target_it_is_narrowed_to_the_target_and_its_role(string? role, bool hub)
    {
        var settings = new SchedulerSettings
        {
            Regions = ["cn-north-1", "cn-northwest-1"],
            ScheduledServices = ["ec2", "rds"],
            CrossAccountRoles = ["{param:ROLES}", "arn:aws-cn:iam::333333333333:role/r"],
        };
        var target = new Target("rds", "222222222222", "cn-northwest-1") { Role = role is null ? null : RoleArn.TryParse(role) };

        var received = RunRequestReader.Read(JsonDocument.Parse(RunRequestWriter.Write(new RunRequest(settings, [], Tick).For(target))).RootElement);

        Assert.Equal("222222222222", received.Account);
        Assert.Equal(["rds"], received.Settings.ScheduledServices, StringComparer.Ordinal);
        Assert.Equal(["cn-northwest-1"], received.Settings.Regions, StringComparer.Ordinal);
        Assert.Equal(role is null ? [] : [role], received.Settings.CrossAccountRoles, StringComparer.Ordinal);
        Assert.Equal(hub, received.Settings.ScheduleLambdaAccount);
    }

    [Fact]
    public void Past_200_000_bytes_schedules_and_periods_are_sent_empty()
    {
        var settings = new SchedulerSettings { Regions = ["cn-north-1"], ScheduledServices = ["ec2"] };
        var sizes = new HashSet<bool>();
        for (var count = 180; count <= 260; count += 2)
        {
            var items = Enumerable.Range(0, count).Select(number => Item(ConfigTypes.Schedule, $"s{number}", ("description", new string('x', 900)))).ToImmutableArray();

            var payload = RunRequestWriter.Write(new RunRequest(settings, items, Tick));
            var configuration = JsonDocument.Parse(payload).RootElement.GetProperty("configuration");

            Assert.InRange(payload.Length, 1, 200_000);
            var sent = configuration.GetProperty("schedules").EnumerateObject().Count();
            Assert.True(sent == count || sent == 0);
            sizes.Add(sent == 0);
            var received = RunRequestReader.Read(JsonDocument.Parse(payload).RootElement);
            Assert.Equal(sent, received.Items.Count(item => item.Type == ConfigTypes.Schedule));
            Assert.Equal(["ec2"], received.Settings.ScheduledServices, StringComparer.Ordinal);
        }

        Assert.Equal(2, sizes.Count);
    }

    [Fact]
    public void No_event_is_larger_than_AWS_takes() =>
        Gen.Select(Gen.Int[0, 600], Gen.Int[0, 2_000], Gen.Bool).Sample((count, length, isChinese) =>
        {
            var text = new string(isChinese ? '班' : '"', length); // both grow when escaped
            var items = Enumerable.Range(0, count).Select(number => Item(ConfigTypes.Period, $"p{number}", ("description", text))).ToImmutableArray();
            Assert.InRange(RunRequestWriter.Write(new RunRequest(new SchedulerSettings(), items, Tick)).Length, 1, MostBytesOfAnEvent);
        }, iter: 50);

    [Fact]
    public void The_form_of_older_versions_is_read()
    {
        var request = Read("""
            {"action":"scheduler:run","dispatch_time":"2026-11-23T01:00:00",
             "configuration":{"tag_name":"Plan","default_timezone":"UTC","trace":"True","use_metrics":false,"schedule_clusters":true,
               "create_rds_snapshot":true,"schedule_lambda_account":true,"started_tags":"","regions":["cn-north-1"],"scheduled_services":["ec2"],
               "schedules":{"s":{"name":"s","timezone":"Asia/Shanghai","stop_new_instances":true,"use_maintenance_window":false,
                 "ssm_maintenance_window":null,"retain_running":false,"enforced":false,"hibernate":false,"periods":["p","q@m5.large"]}},
               "periods":{"p":{"begintime":"09:00","endtime":"18:00","weekdays":[0,1,2,3,4]},"q":{"monthdays":[1,15],"months":[1,12]}}}}
            """);
        var configuration = ConfigurationReader.Read(request.Items);

        Assert.Empty(configuration.Problems);
        Assert.Equal(Tick, request.DispatchTime);
        Assert.Equal("Plan", request.Settings.TagName);
        Assert.True(request.Settings.Trace);
        Assert.Null(request.Settings.StartedTags);
        var monday = new LocalDateTime(2026, 11, 23, 10, 0);
        var schedule = configuration.Schedules["s"];
        Assert.Equal(2, schedule.Periods.Length);
        Assert.Equal("m5.large", schedule.Periods[1].InstanceType);
        Assert.Equal(IsoDayOfWeek.Monday, monday.DayOfWeek);
        var same = ConfigurationReader.Read([Item(ConfigTypes.Period, "p", ("begintime", "09:00"), ("endtime", "18:00"), ("weekdays", "mon-fri")), Item(ConfigTypes.Schedule, "s", ("periods", "p"))]).Schedules["s"];
        for (var day = 0; day < 14; day++)
            Assert.Equal(same.Periods[0].Period.StateAt(monday.PlusDays(day)), schedule.Periods[0].Period.StateAt(monday.PlusDays(day)));
    }

    [Theory]
    [InlineData("\"2026-11-23T01:00:00\"")]
    [InlineData("\"2026-11-23T01:00:00Z\"")]
    [InlineData("\"2026-11-23T09:00:00+08:00\"")]
    public void A_dispatch_time_without_an_offset_is_UTC(string time) => Assert.Equal(Tick, ReadWith(time).DispatchTime);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Without_one_the_clock_decides(string time) => Assert.Null(ReadWith(time).DispatchTime);

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("1795395600")]
    [InlineData("true")]
    [InlineData("{}")]
    public void An_unreadable_one_is_a_clear_error(string time)
    {
        var failure = Assert.Throws<FormatException>(() => ReadWith(time));

        Assert.Contains("dispatch_time", failure.Message, StringComparison.Ordinal);
        Assert.Contains(time.Trim('"'), failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"action":"scheduler:run"}""")]
    [InlineData("""{"action":"scheduler:run","configuration":null}""")]
    [InlineData("""{"action":"scheduler:run","configuration":"table"}""")]
    public void Without_a_configuration_there_is_nothing_to_run(string request) =>
        Assert.Contains("\"configuration\"", Assert.Throws<FormatException>(() => Read(request)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"schedules":[],"periods":7}""")]
    [InlineData("""{"schedules":{"s":null,"t":[]},"unknown":{"deep":[{}]}}""")]
    [InlineData("""{"regions":{"a":1},"tag_name":["x"],"trace":{}}""")]
    public void Fields_of_another_shape_are_no_reason_to_fail(string configuration) =>
        Assert.NotNull(Read($$"""{"configuration":{{configuration}}}""").Settings);

    private static RunRequest ReadWith(string dispatchTime) => Read($$$"""{"configuration":{},"dispatch_time":{{{dispatchTime}}}}""");

    private static RunRequest Read(string request) => RunRequestReader.Read(JsonDocument.Parse(request).RootElement);

    private static SchedulerConfiguration RoundTrip(RunRequest request)
    {
        var received = RunRequestReader.Read(JsonDocument.Parse(RunRequestWriter.Write(request)).RootElement);
        Assert.Equal(request.DispatchTime, received.DispatchTime);
        return ConfigurationReader.Read(received.Items) with { Settings = received.Settings };
    }

    // What is wrong with the scheduler's own settings was reported, and mended by defaults, where the tick was.
    private static void AssertSame(SchedulerConfiguration sent, SchedulerConfiguration received)
    {
        Assert.Equal(Text(sent.Settings), Text(received.Settings));
        Assert.Equal(sent.Periods.Select(period => Text(period.Value)).Order(StringComparer.Ordinal), received.Periods.Select(period => Text(period.Value)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(sent.Schedules.Select(schedule => Text(schedule.Value)).Order(StringComparer.Ordinal), received.Schedules.Select(schedule => Text(schedule.Value)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(Broken(sent), Broken(received), StringComparer.Ordinal);
    }

    // Settings are told by the tick; a broken calendar that nothing needs stays at home.
    private static IEnumerable<string> Broken(SchedulerConfiguration configuration) =>
        configuration.Problems.Where(problem => !problem.Item.StartsWith('c')).Select(problem => $"{problem.Item}: {problem.Field}").Order(StringComparer.Ordinal);

    // Public properties, lists by their elements.
    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        System.Collections.IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Text))}]",
        _ when value.GetType().Assembly == typeof(SchedulerSettings).Assembly && value.GetType() is { IsEnum: false } type =>
            $"{type.Name}({string.Join("; ", type.GetProperties().Select(property => $"{property.Name}={Text(property.GetValue(value))}"))})",
        _ => value.ToString()!,
    };

    private static Gen<ConfigValue> OneOf(params string[] texts) =>
        Gen.Int[0, texts.Length - 1].Select(ConfigValue (number) => new ConfigValue.Text(texts[number]));

    private static Gen<ConfigItem> Items(string type, Gen<string> names, Dictionary<string, Gen<ConfigValue>> attributes)
    {
        // Each attribute is absent half of the time.
        var all = attributes.Aggregate(
            Gen.Const(ImmutableDictionary.Create<string, ConfigValue>(StringComparer.Ordinal)),
            (soFar, attribute) => Gen.Select(soFar, attribute.Value, Gen.Bool, (values, value, isThere) => isThere ? values.Add(attribute.Key, value) : values));
        return Gen.Select(names, all, (name, values) => new ConfigItem(type, name, values));
    }

    private static ConfigItem Item(string type, string name, params (string Name, string Value)[] attributes) =>
        new(type, name, attributes.ToImmutableDictionary(attribute => attribute.Name, ConfigValue (attribute) => new ConfigValue.Text(attribute.Value), StringComparer.Ordinal));
}

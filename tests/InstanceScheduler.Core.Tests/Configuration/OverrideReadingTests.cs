using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Schedules;
using NodaTime;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Configuration;

public sealed class OverrideReadingTests
{
    private const string End = "end=2026-11-25T22:00+08:00";

    /// <summary>An item with one mistake, and what is told of it.</summary>
    public static TheoryData<ConfigItem, string> Unusable => new()
    {
        { Override("o", "state=running", End), "override \"o\": instance: it is about nothing; name an instance, a schedule or an account" },
        { Override("o", "instance=i-1", "schedule=s", "state=running", End), "override \"o\": instance: \"i-1\" stands beside schedule \"s\"; name one of them" },
        { Override("o", "account=12345678901", "state=running", End), "override \"o\": account: \"12345678901\" is not an account; write its 12 digits as a text" },
        { Override("o", "instance=i-1", "account=x", "state=running", End), "override \"o\": account: \"x\" is not an account; write its 12 digits as a text" },
        { Override("o", "instance=i-1", "service=ecs", "state=running", End), "override \"o\": service: \"ecs\" is not known (did you mean \"ec2\"?); use ec2, rds" },
        { Override("o", "instance=i-1", End), "override \"o\": state: it has none; use running or stopped" },
        { Override("o", "instance=i-1", "state=stoped", End), "override \"o\": state: \"stoped\" is unknown (did you mean \"stopped\"?); use running or stopped" },
        { Override("o", "instance=i-1", "state=running"), "override \"o\": end: it has none, and an override must end; write it as 2026-11-25T22:00+08:00" },
        { Override("o", "instance=i-1", "state=running", "end=2026-11-25T22:00"), "override \"o\": end: \"2026-11-25T22:00\" is not a moment with an offset; write it as 2026-11-25T22:00+08:00 or 2026-11-25T14:00Z" },
        { Override("o", "instance=i-1", "state=running", "begin=2026-11-25T14:00Z", End), "override \"o\": begin: \"2026-11-25T14:00Z\" is not before end \"2026-11-25T22:00+08:00\"" },
        { Override("o", "instance=i-1", "state=running", End).With("reason", new ConfigValue.Foreign("a map")), "override \"o\": reason: a map cannot be read; expected a text" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void One_that_cannot_be_used_is_told_and_ignored(ConfigItem item, string problem)
    {
        var configuration = Read(item, Override("good", "schedule=s", "state=Stopped", End));
        Assert.Equal(problem, Assert.Single(configuration.Problems).ToString());
        Assert.Equal("good", Assert.Single(configuration.Overrides.All).Name);
    }

    [Fact]
    public void All_that_an_override_can_say()
    {
        var read = Assert.Single(Read(Override("o", "schedule=s", "account=123456789012", "region=cn-north-1", "service=ec2", "state=running",
            "begin=2026-11-25T10:00Z", End, "reason=release night", "created_by=wang", "expires=1764079200")).Overrides.All);
        Assert.Equal(
            new TimedOverride
            {
                Name = "o",
                Scope = OverrideScope.Schedule,
                Subject = "s",
                Account = "123456789012",
                Region = "cn-north-1",
                Service = "ec2",
                State = OverrideStatus.Running,
                Begin = Instant.FromUtc(2026, 11, 25, 10, 0),
                End = Instant.FromUtc(2026, 11, 25, 14, 0),
                Reason = "release night",
                CreatedBy = "wang",
            },
            read);
    }

    [Fact]
    public void Reserved_tag_values_mean_something_where_no_schedule_has_their_name()
    {
        var configuration = Read(Settings("default_timezone=Asia/Shanghai"));
        Assert.True(configuration.IsIgnored("ignore"));
        Assert.Null(configuration.ScheduleOf("ignore"));
        Assert.Equal((OverrideStatus.Running, "Asia/Shanghai"), (configuration.ScheduleOf("always-on")!.Override, configuration.ScheduleOf("always-on")!.Zone.Id));
        Assert.Equal(OverrideStatus.Stopped, configuration.ScheduleOf("always-off")!.Override);
        Assert.Null(configuration.ScheduleOf("Always-On"));
        Assert.Equal("schedule \"Always-On\" does not exist (did you mean \"always-on\"?)", configuration.WhyUnusable("Always-On"));
    }

    [Fact]
    public void Schedules_of_the_table_take_reserved_names_even_where_they_cannot_be_used()
    {
        var configuration = Read(Schedule("ignore", "override_status=running"), Schedule("always-on", "periods=nope"));
        Assert.False(configuration.IsIgnored("ignore"));
        Assert.Equal(OverrideStatus.Running, configuration.ScheduleOf("ignore")!.Override);
        Assert.Null(configuration.ScheduleOf("always-on"));
    }

    [Fact]
    public void Options_of_schedules_and_settings()
    {
        var configuration = Read(Settings("max_override=36h"), Schedule("s", "override_status=running", "respect_manual_stop=true", "max_uptime=90m"), Schedule("t", "override_status=running", "max_uptime=long"));
        Assert.Equal(Duration.FromHours(36), configuration.Settings.MaxOverride);
        Assert.Equal((true, Duration.FromMinutes(90)), (configuration.Schedules["s"].RespectManualStop, configuration.Schedules["s"].MaxUptime));
        Assert.Equal("schedule \"t\": max_uptime: \"long\" is not a length of time; write it as 90m, 8h or 7d, up to 366d", Assert.Single(configuration.Problems).ToString());
        Assert.Equal(Duration.FromDays(7), Read(Settings("max_override=ever")).Settings.MaxOverride);
    }

    [Fact]
    public void Runs_need_only_what_holds()
    {
        ConfigItem[] table =
        [
            Override("held", "instance=i-1", "state=running", "begin=2026-11-25T10:00Z", "end=2026-11-25T12:00Z"),
            Override("ended", "instance=i-1", "state=running", "end=2026-11-25T11:00Z"),
            Override("waits", "instance=i-1", "state=running", "begin=2026-11-25T11:01Z", "end=2026-11-25T12:00Z"),
            Override("unreadable", "instance=i-1"), Schedule("s"),
        ];
        Assert.Equal(["held"], HoldingOverrides.Of(table, Instant.FromUtc(2026, 11, 25, 11, 0)).Select(item => item.Name));
        Assert.Equal(["ended", "held", "waits"], HoldingOverrides.Of(table, instant: null).Select(item => item.Name));
    }
}

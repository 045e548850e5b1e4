using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using InstanceScheduler.Simulator.LocalAws.Ssm;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class MaintenanceWindowTests(Transport transport) : LocalAwsTest(transport)
{
    [Fact]
    public async Task A_window_is_listed_with_all_that_a_scheduler_reads()
    {
        var added = Aws.Windows.Add(new LocalMaintenanceWindow
        {
            Name = "patching",
            Description = "Sundays at night",
            DurationHours = 3,
            CutoffHours = 1,
            Schedule = WindowSchedule.Weekly(IsoDayOfWeek.Sunday, new LocalTime(23, 55)),
            ScheduleTimezone = "Asia/Shanghai",
        });
        using var ssm = Ssm();

        var window = Assert.Single((await ssm.DescribeMaintenanceWindowsAsync(new DescribeMaintenanceWindowsRequest())).WindowIdentities);

        Assert.Matches("^mw-[0-9a-f]{17}$", added.Id);
        Assert.Equal((added.Id, "patching", "Sundays at night", true), (window.WindowId, window.Name, window.Description, window.Enabled));
        Assert.Equal((3, 1), (window.Duration, window.Cutoff));
        Assert.Equal(("cron(55 23 ? * SUN *)", "Asia/Shanghai"), (window.Schedule, window.ScheduleTimezone));
        Assert.Equal("2026-11-29T23:55+08:00", window.NextExecutionTime);
    }

    [Theory]
    // The clock of these tests stands at 2026-11-23T01:00Z, a Monday: at the very begin the next one is named.
    [InlineData("cron(0 1 ? * MON *)", null, "2026-11-30T01:00Z")]
    [InlineData("cron(1 1 ? * MON *)", null, "2026-11-23T01:01Z")]
    [InlineData("cron(0 9 ? * MON *)", "Asia/Shanghai", "2026-11-30T09:00+08:00")]
    [InlineData("cron(0 2 * * ? *)", null, "2026-11-23T02:00Z")]
    [InlineData("cron(0 2 * * ? *)", "America/New_York", "2026-11-23T02:00-05:00")]
    [InlineData("cron(0 0 2 * * ? *)", null, "2026-11-23T02:00Z")]
    [InlineData("cron(0/30 0-1,5 ? * * *)", null, "2026-11-23T01:30Z")]
    [InlineData("cron(0 2 L * ? *)", null, "2026-11-30T02:00Z")]
    [InlineData("cron(0 2 ? * 1#2 *)", null, "2026-12-13T02:00Z")]
    [InlineData("cron(0 2 ? * THUL *)", null, "2026-11-26T02:00Z")]
    [InlineData("cron(0 2 29 FEB ? *)", null, "2028-02-29T02:00Z")]
    [InlineData("cron(0 2 * * ? 2025)", null, null)]
    [InlineData("cron(30 2 14 3 ? 2027)", "America/New_York", "2027-03-14T03:30-04:00")] // 02:30 is skipped that night
    [InlineData("cron(30 1 7 11 ? 2027)", "America/New_York", "2027-11-07T01:30-04:00")] // 01:30 comes twice: the first
    [InlineData("rate(90 minutes)", null, "2026-11-23T02:30Z")]
    [InlineData("rate(7 days)", null, "2026-11-30T01:00Z")]
    [InlineData("at(2026-11-23T01:00:00)", null, null)]
    [InlineData("at(2026-11-24T09:30:15)", "Asia/Shanghai", "2026-11-24T09:30:15+08:00")]
    [InlineData("at(2026-11-23T01:00:00)", "America/New_York", "2026-11-23T01:00-05:00")]
    public async Task The_next_execution_is(string schedule, string? zone, string? expected)
    {
        Add("window", schedule, zone);
        using var ssm = Ssm();

        Assert.Equal(expected, (await Listed(ssm)).Single().NextExecutionTime);
    }

    [Fact]
    public async Task As_soon_as_a_window_begins_the_next_one_is_named()
    {
        Add("nightly", "cron(0 2 * * ? *)");
        using var ssm = Ssm();
        var seen = new List<string>();
        foreach (var minutes in new[] { 0, 59, 1, 60, 24 * 60 - 61, 1 })
        {
            Time.AdvanceBy(TimeSpan.FromMinutes(minutes));
            seen.Add((await Listed(ssm)).Single().NextExecutionTime);
        }

        // 01:00, 01:59, 02:00, 03:00, 01:59 and 02:00 of the next day.
        Assert.Equal(["23T02:00Z", "23T02:00Z", "24T02:00Z", "24T02:00Z", "24T02:00Z", "25T02:00Z"], seen.Select(s => s[8..]));
    }

    [Theory]
    [InlineData("2026-12-01T00:00:00+08:00", null, "2026-12-01T02:00Z")]
    [InlineData("2026-12-01T02:00:00Z", null, "2026-12-01T02:00Z")]
    [InlineData(null, "2026-11-23T02:00:00Z", "2026-11-23T02:00Z")]
    [InlineData(null, "2026-11-23T01:59:00Z", null)]
    public void The_active_period_bounds_the_begins(string? start, string? end, string? expected)
    {
        var window = Aws.Windows.Add(new LocalMaintenanceWindow
        {
            Name = "window",
            Schedule = WindowSchedule.Daily(new LocalTime(2, 0)),
            StartDate = start is null ? null : DateTimeOffset.Parse(start),
            EndDate = end is null ? null : DateTimeOffset.Parse(end),
        });

        Assert.Equal(expected, window.NextExecution(Start)?.ToString("uuuu-MM-dd'T'HH:mm'Z'", null));
    }

    [Fact]
    public async Task A_disabled_window_has_no_next_execution_until_it_is_enabled_again()
    {
        var id = Add("nightly", "cron(0 2 * * ? *)").Id;
        using var ssm = Ssm();

        Aws.Windows.Change(id, w => w with { Enabled = false });
        var disabled = (await Listed(ssm)).Single();
        Aws.Windows.Change(id, w => w with { Enabled = true, Schedule = WindowSchedule.Once(new LocalDateTime(2026, 11, 25, 3, 0)) });
        var enabled = (await Listed(ssm)).Single();
        Aws.Windows.Remove(id);

        Assert.Equal((false, null), (disabled.Enabled, disabled.NextExecutionTime));
        Assert.Equal((true, "2026-11-25T03:00Z", "at(2026-11-25T03:00:00)"), (enabled.Enabled, enabled.NextExecutionTime, enabled.Schedule));
        Assert.Empty(await Listed(ssm));
    }

    [Theory]
    [InlineData("Name", "patching", "124")] // names are not unique, and case counts
    [InlineData("Name", "patching,backup", "1234")]
    [InlineData("Name", "patch", "")]
    [InlineData("Enabled", "true", "13")]
    [InlineData("Enabled", "False", "24")]
    [InlineData("Name,Enabled", "patching|true", "1")]
    public async Task A_filter_passes(string keys, string values, string expected)
    {
        Add("patching", "rate(1 day)");
        Aws.Windows.Change(Add("patching", "rate(1 day)").Id, w => w with { Enabled = false });
        Add("backup", "rate(1 day)");
        Aws.Windows.Change(Add("patching", "rate(1 day)").Id, w => w with { Enabled = false });
        Add("Patching.Other", "rate(1 day)");
        Aws.Windows.Remove(Aws.Windows.All[^1].Id);
        using var ssm = Ssm();
        var filters = keys.Split(',').Zip(values.Split('|'), (key, v) => new MaintenanceWindowFilter { Key = key, Values = [.. v.Split(',')] });

        var listed = await Listed(ssm, new DescribeMaintenanceWindowsRequest { Filters = [.. filters] });

        Assert.Equal(expected, string.Concat(listed.Select(w => w.WindowId[^1])));
    }

    [Theory]
    [InlineData(null, "50 10")]
    [InlineData(25, "25 25 10")]
    [InlineData(60, "60")]
    public async Task Pages_hold_every_window_once_also_when_windows_go_in_between(int? size, string expected)
    {
        foreach (var i in Enumerable.Range(0, 60))
        {
            Add($"window-{i}", "rate(1 day)");
        }

        using var ssm = Ssm();
        var request = new DescribeMaintenanceWindowsRequest { MaxResults = size };
        var pages = new List<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            var response = await ssm.DescribeMaintenanceWindowsAsync(request);
            pages.Add(response.WindowIdentities.Count);
            Assert.All(response.WindowIdentities, w => Assert.True(seen.Add(w.WindowId)));
            request.NextToken = response.NextToken;
            Aws.Windows.Remove(response.WindowIdentities[0].WindowId);
        }
        while (request.NextToken is not null);

        Assert.Equal((expected, 60), (string.Join(' ', pages), seen.Count));
    }

    [Theory]
    [InlineData(9, null, null, "ValidationException")]
    [InlineData(101, null, null, "ValidationException")]
    [InlineData(null, "nonsense", null, "InvalidNextToken")]
    [InlineData(null, null, "Description", "ValidationException")]
    public async Task A_listing_that_cannot_be_is_refused(int? size, string? token, string? filterKey, string expected)
    {
        using var ssm = Ssm();
        var request = new DescribeMaintenanceWindowsRequest { MaxResults = size, NextToken = token };
        request.Filters = filterKey is null ? null : [new MaintenanceWindowFilter { Key = filterKey, Values = ["a"] }];

        var error = await Assert.ThrowsAnyAsync<AmazonSimpleSystemsManagementException>(() => Listed(ssm, request));

        Assert.Equal(expected, error.ErrorCode);
    }

    [Fact]
    public async Task Accounts_and_regions_have_windows_and_permissions_of_their_own()
    {
        Aws.Credentials["AKIDOTHER"] = "210987654321";
        Add("hub", "rate(1 day)");
        Aws.Windows.Add(new LocalMaintenanceWindow { Name = "other", Account = "210987654321", Schedule = WindowSchedule.Parse("rate(1 day)") });
        Aws.Windows.Add(new LocalMaintenanceWindow { Name = "ningxia", Region = Ningxia, Schedule = WindowSchedule.Parse("rate(1 day)") });
        Aws.Windows.Deny(Hub, Beijing, "ssm:DescribeMaintenanceWindows");
        using var hub = Ssm();
        using var ningxia = Ssm(region: Ningxia);
        using var other = Ssm("AKIDOTHER");

        var error = await Assert.ThrowsAnyAsync<AmazonSimpleSystemsManagementException>(() => Listed(hub));
        Assert.Equal("ningxia", (await Listed(ningxia)).Single().Name);
        Assert.Equal("other", (await Listed(other)).Single().Name);
        Aws.Windows.Allow(Hub, Beijing, "ssm:DescribeMaintenanceWindows");
        Assert.Equal("hub", (await Listed(hub)).Single().Name);

        Assert.Equal("AccessDeniedException", error.ErrorCode);
        Assert.Contains(
            "is not authorized to perform: ssm:DescribeMaintenanceWindows on resource: arn:aws-cn:ssm:cn-north-1:123456789012:* because no",
            error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("every sunday")]
    [InlineData("cron(0 2 * * *)")]
    [InlineData("cron(0 24 * * ? *)")]
    [InlineData("cron(0 2 ? * SUN#6 *)")]
    [InlineData("cron(0 2 ? * FRI-MON *)")]
    [InlineData("cron(30 0 2 * * ? *)")]
    [InlineData("rate(0 days)")]
    [InlineData("rate(1 fortnight)")]
    [InlineData("at(tomorrow)")]
    public void A_schedule_that_cannot_be_read_is_named(string expression) => Assert.Contains(
        $"'{expression}'", Assert.Throws<FormatException>(() => WindowSchedule.Parse(expression)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_window_beyond_the_rules_cannot_be_added()
    {
        var window = new LocalMaintenanceWindow { Name = "window", Schedule = WindowSchedule.Parse("rate(1 day)") };
        LocalMaintenanceWindow[] wrong =
        [
            window with { Id = "mw-1" },
            window with { Name = "no blanks" },
            window with { Name = "ab" },
            window with { Description = "" },
            window with { DurationHours = 25 },
            window with { DurationHours = 2, CutoffHours = 2 },
            window with { ScheduleTimezone = "Beijing" },
        ];

        Assert.All(wrong, w => Assert.Throws<ArgumentException>(() => Aws.Windows.Add(w)));
        Assert.Empty(Aws.Windows.All);
    }

    private LocalMaintenanceWindow Add(string name, string schedule, string? zone = null) => Aws.Windows.Add(
        new LocalMaintenanceWindow { Name = name, Schedule = WindowSchedule.Parse(schedule), ScheduleTimezone = zone });

    private static async Task<List<MaintenanceWindowIdentity>> Listed(
        AmazonSimpleSystemsManagementClient ssm, DescribeMaintenanceWindowsRequest? request = null) =>
        (await ssm.DescribeMaintenanceWindowsAsync(request ?? new DescribeMaintenanceWindowsRequest())).WindowIdentities ?? [];
}

public sealed class MaintenanceWindowInProcessTests() : MaintenanceWindowTests(Transport.InProcess);

public sealed class MaintenanceWindowLoopbackTests() : MaintenanceWindowTests(Transport.Loopback);

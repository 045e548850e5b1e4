using InstanceScheduler.Aws.Maintenance;
using InstanceScheduler.Core.Maintenance;
using InstanceScheduler.Simulator.LocalAws.Ssm;
using NodaTime;

namespace InstanceScheduler.Aws.Tests.Maintenance;

public sealed class SsmWindowsTests : AwsTest
{
    private const string StateTable = "state";

    private static readonly Target Target = new("ec2", Account, Region);
    private static readonly Instant Now = Instant.FromDateTimeOffset(Start);
    private static readonly Duration Lead = Duration.FromMinutes(10);

    public SsmWindowsTests() => Aws.Dynamo.Create(StateTable, "service", "account-region");

    private SsmWindows Windows => new(new SsmWindowReader(Clients.SsmIn(Region), Retry), Kept, Target);

    private KeptWindowTable Kept => new(Clients.DynamoDb, StateTable, Retry);

    [Fact]
    public async Task All_pages_are_read_with_zones_and_durations()
    {
        // Monday 09:00 in Shanghai is now.
        for (var number = 1; number <= 120; number++)
            Aws.Windows.Add(new LocalMaintenanceWindow { Name = $"window-{number}", DurationHours = 2, Schedule = WindowSchedule.Daily(new LocalTime(9, 5)), ScheduleTimezone = "Asia/Shanghai" });

        var (view, problem) = await Windows.ReadAsync(Enumerable.Range(1, 119).Select(number => $"window-{number}").ToHashSet(), Now, Lead, Lead + Lead, Deadline, Deadline);

        Assert.Null(problem);
        Assert.Equal(120, view.Listed!.Value.Length);
        Assert.Equal(119, view.Agenda.Open.Length);
        Assert.All(view.Agenda.Open, window => Assert.Equal((Now + Duration.FromMinutes(5), Now + Duration.FromMinutes(125)), (window.Begin, window.End)));
    }

    [Fact]
    public async Task What_is_kept_comes_back_and_what_is_dropped_does_not()
    {
        var window = new DatedWindow("patching", "mw-0123456789abcdef0", Now, Now + Duration.FromHours(3));
        await Kept.KeepAsync(Target, window, Deadline);
        await Kept.KeepAsync(Target with { Region = "cn-northwest-1" }, window, Deadline);

        Assert.Equal(window, Assert.Single(await Kept.ReadAsync(Target, Deadline)));
        await Kept.DropAsync(Target, window, Deadline);
        Assert.Empty(await Kept.ReadAsync(Target, Deadline));
        Assert.Single(await Kept.ReadAsync(Target with { Region = "cn-northwest-1" }, Deadline));
    }

    [Fact]
    public async Task A_refused_listing_leaves_the_kept_windows_and_is_one_problem()
    {
        var window = new DatedWindow("patching", "mw-0123456789abcdef0", Now - Duration.FromHours(1), Now + Duration.FromHours(1));
        await Kept.KeepAsync(Target, window, Deadline);
        Aws.Windows.Deny(Account, Region, "ssm:DescribeMaintenanceWindows");

        var (view, problem) = await Windows.ReadAsync(new HashSet<string> { "patching" }, Now, Lead, Lead + Lead, Deadline, Deadline);

        Assert.Null(view.Listed);
        Assert.Equal(window, Assert.Single(view.Agenda.Open));
        Assert.Empty(view.Agenda.ToDrop);
        Assert.Contains("ssm:DescribeMaintenanceWindows", problem!.ToString(), StringComparison.Ordinal);
    }
}

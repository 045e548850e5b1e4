using InstanceScheduler.Simulator.Fleet;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Fleet;

public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. Sample.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sample_files_are_what_an_operator_would_save(string name)
    {
        var sample = Named(name);

        Assert.Empty(sample.Fleet().Problems);
        Assert.Empty(sample.Config().Problems);
        Assert.Empty(Sample.Prices().Problems);
        Assert.StartsWith("illustrative", Sample.Prices().Note, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_fleet_is_one_account_in_both_regions_of_China(string name)
    {
        var fleet = Named(name).Fleet().Resources.ToList();

        Assert.True(fleet.Count >= 20);
        Assert.Equal([Sample.HubAccount], fleet.Select(instance => instance.Account).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(["cn-north-1", "cn-northwest-1"], fleet.Select(instance => instance.Region).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("week", "cn-office-hour", "scale-up-down")] // misspelt on purpose; one of the original's samples
    [InlineData("fortnight", null, null)]
    [InlineData("year", "cn-office-hour", null)]
    public void Schedules_that_are_used_are_there_and_the_other_way_round(string name, string? unknown, string? unused)
    {
        var used = Named(name).Fleet().Resources.Select(instance => instance.Tag("Schedule")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var known = NamesOf("schedule", Named(name));

        Assert.Equal(unknown is null ? [] : [unknown], used.Except(known, StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(unused is null ? [] : [unused], known.Except(used, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Schedules_use_periods_that_exist(string name)
    {
        var used = Named(name).Config().Items.Where(item => item.GetProperty("type").GetProperty("S").ValueEquals("schedule"))
            .SelectMany(item => item.TryGetProperty("periods", out var periods) ? periods.GetProperty("SS").EnumerateArray().Select(period => period.GetString()!.Split('@')[0]) : []);

        Assert.Empty(used.Except(NamesOf("period", Named(name)), StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_type_has_a_price_and_every_action_something_to_act_on(string name)
    {
        var fleet = Named(name).Fleet().Resources.ToList();

        Assert.Empty(fleet.Where(resource => resource.Kind != FleetKind.Cluster).Select(resource => resource.Type).Except(Sample.Prices().PerHour.Keys, StringComparer.Ordinal));
        Assert.All(Named(name).Actions, action => Assert.Single(fleet, resource => resource.Id == action.Id && (action.Region ?? resource.Region) == resource.Region));
    }

    [Fact]
    public void The_fortnight_is_of_all_services()
    {
        var fleet = Sample.Fortnight.Fleet();

        Assert.Equal((60, 40, 10, 2), (fleet.Instances.Count, fleet.Databases.Count(database => database.ClusterId is null), fleet.Clusters.Count, fleet.Windows.Count));
        Assert.All(fleet.Clusters, cluster => Assert.NotEmpty(fleet.MembersOf(cluster)));
        Assert.Superset(
            new HashSet<string>(["aurora-mysql", "aurora-postgresql", "neptune", "docdb", "mysql", "postgres"], StringComparer.Ordinal),
            fleet.Clusters.Select(cluster => cluster.Engine).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(IsoDayOfWeek.Monday, Sample.Fortnight.FirstDay.DayOfWeek);
    }

    [Fact]
    public void The_week_holds_what_it_was_chosen_for()
    {
        var pacific = DateTimeZoneProviders.Tzdb["US/Pacific"];
        var (start, end) = (Sample.Zone.AtStartOfDay(Sample.Week.FirstDay).ToInstant(), Sample.Zone.AtStartOfDay(Sample.Week.FirstDay.PlusDays(7)).ToInstant());

        Assert.Equal(IsoDayOfWeek.Monday, Sample.Week.FirstDay.DayOfWeek);
        Assert.Equal((IsoDayOfWeek.Sunday, 25), (Sample.Week.FirstDay.PlusDays(-1).DayOfWeek, Sample.Week.FirstDay.PlusDays(-1).Day));
        Assert.Equal((31, 4), (Sample.Week.FirstDay.PlusDays(5).Day, (Sample.Week.FirstDay.Day + 6) / 7));
        Assert.NotEqual(pacific.GetUtcOffset(start), pacific.GetUtcOffset(end));
    }

    [Fact]
    public void The_year_is_the_week_with_all_that_calendars_nights_and_overrides_do()
    {
        var items = Sample.Year.Config().Items.ToLookup(item => item.GetProperty("type").GetProperty("S").GetString());

        Assert.Equal(Sample.Week.FleetFile, Sample.Year.FleetFile);
        Assert.Equal((new LocalDate(2026, 12, 31), 60), (Sample.Year.FirstDay.PlusDays(Sample.Year.Days - 1), Sample.Year.Tick));
        Assert.Equal(11, items["schedule"].Count(schedule => schedule.TryGetProperty("calendar", out var calendar) && calendar.GetProperty("S").ValueEquals("cn")));
        Assert.Equal(["running", "stopped"], items["override"].Select(item => item.GetProperty("state").GetProperty("S").GetString()).Order(StringComparer.Ordinal));
        Assert.Contains(items["period"], period => period.TryGetProperty("begintime", out var begin) && period.TryGetProperty("endtime", out var end)
            && string.CompareOrdinal(begin.GetProperty("S").GetString(), end.GetProperty("S").GetString()) > 0);
    }

    [Fact]
    public void An_action_happens_on_the_local_clock()
    {
        var action = new HumanAction(5, new LocalTime(20, 10), "i-1", HumanActionKind.Start);

        Assert.Equal(Instant.FromUtc(2026, 10, 31, 12, 10), action.InstantIn(Sample.Week.FirstDay, Sample.Zone));
    }

    private static Sample Named(string name) => Sample.All.Single(sample => sample.Name == name);

    private static HashSet<string> NamesOf(string type, Sample sample) => sample.Config().Items
        .Where(item => item.GetProperty("type").GetProperty("S").ValueEquals(type))
        .Select(item => item.GetProperty("name").GetProperty("S").GetString()!)
        .ToHashSet(StringComparer.Ordinal);
}

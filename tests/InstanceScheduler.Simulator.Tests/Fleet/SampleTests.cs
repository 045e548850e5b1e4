using InstanceScheduler.Simulator.Fleet;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Fleet;

public sealed class SampleTests
{
    [Fact]
    public void The_sample_files_are_what_an_operator_would_save()
    {
        Assert.Empty(Sample.Week.Fleet().Problems);
        Assert.Empty(Sample.Week.Config().Problems);
        Assert.Empty(Sample.Prices().Problems);
        Assert.StartsWith("illustrative", Sample.Prices().Note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fleet_is_one_account_in_both_regions_of_China()
    {
        var fleet = Sample.Week.Fleet().Instances;

        Assert.True(fleet.Count >= 20);
        Assert.Equal([Sample.HubAccount], fleet.Select(instance => instance.Account).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(["cn-north-1", "cn-northwest-1"], fleet.Select(instance => instance.Region).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void Only_the_misspelt_schedule_is_unknown_and_only_the_original_samples_are_unused()
    {
        var used = Sample.Week.Fleet().Instances.Select(instance => instance.Tag("Schedule")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var known = NamesOf("schedule");

        Assert.Equal(["cn-office-hour"], used.Except(known, StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(["scale-up-down"], known.Except(used, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void Schedules_use_periods_that_exist()
    {
        var used = Sample.Week.Config().Items.Where(item => item.GetProperty("type").GetProperty("S").ValueEquals("schedule"))
            .SelectMany(item => item.TryGetProperty("periods", out var periods) ? periods.GetProperty("SS").EnumerateArray().Select(name => name.GetString()!) : []);

        Assert.Empty(used.Except(NamesOf("period"), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_type_has_a_price_and_every_action_an_instance()
    {
        var fleet = Sample.Week.Fleet().Instances;

        Assert.Empty(fleet.Select(instance => instance.Type).Except(Sample.Prices().PerHour.Keys, StringComparer.Ordinal));
        Assert.Empty(Sample.Week.Actions.Select(action => action.Id).Except(fleet.Select(instance => instance.Id), StringComparer.Ordinal));
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
    public void An_action_happens_on_the_local_clock()
    {
        var action = new HumanAction(5, new LocalTime(20, 10), "i-1", HumanActionKind.Start);

        Assert.Equal(Instant.FromUtc(2026, 10, 31, 12, 10), action.InstantIn(Sample.Week.FirstDay, Sample.Zone));
    }

    private static HashSet<string> NamesOf(string type) => Sample.Week.Config().Items
        .Where(item => item.GetProperty("type").GetProperty("S").ValueEquals(type))
        .Select(item => item.GetProperty("name").GetProperty("S").GetString()!)
        .ToHashSet(StringComparer.Ordinal);
}

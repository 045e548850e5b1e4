using System.Collections.Immutable;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Linting;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Core.Usage;
using NodaTime;
using Xunit.Abstractions;

namespace InstanceScheduler.Core.Tests.Fuzz;

[Trait("Category", "Fuzz")]
public sealed class ConfigurationFuzzTests(ITestOutputHelper output)
{
    private const int Items = 10_000;
    private const int PerTable = 10;

    private static readonly Instant Noon = Instant.FromUtc(2026, 2, 28, 4, 0);

    public static TheoryData<int> AllSeeds => Seeds.All;

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void Whatever_a_table_holds_it_is_read_and_every_rejection_names_item_and_field(int seed)
    {
        output.WriteLine($"seed {seed}: {Items} items");
        var random = new Random(seed);
        var fuzz = new FuzzItems(random);
        var (problems, usable) = (0, 0);
        for (var tables = Items / PerTable; tables > 0; tables--)
        {
            var table = fuzz.Table(PerTable);
            var configuration = ConfigurationReader.Read(table);

            Assert.All(configuration.Problems, problem =>
            {
                Assert.NotNull(problem.Field);
                Assert.True(
                    problem.Item == "config \"scheduler\"" ||
                    table.Any(item => item.ToString() == problem.Item && KnownAttributes.Of(item.Type).Append(ConfigAttributes.Name).Contains(problem.Field)), problem.ToString());
            });
            Assert.All(table.Where(item => item.Type == ConfigTypes.Schedule), item => Assert.True(
                configuration.Schedules.ContainsKey(item.Name) || configuration.Problems.Any(problem => problem.Item == item.ToString())));
            var findings = ConfigurationLint.Check(table);
            Assert.All(configuration.Problems, problem => Assert.Contains(findings, finding => finding.ToString() == problem.ToString()));
            Assert.All(findings, finding => Assert.True(
                finding.Item == "config \"scheduler\"" || table.Any(item => item.ToString() == finding.Item), finding.ToString()));
            foreach (var schedule in configuration.Schedules.Values)
                Use(schedule, Noon + Duration.FromMinutes(random.Next(-5_000_000, 5_000_000)));
            problems += configuration.Problems.Length;
            usable += configuration.Schedules.Count;
        }

        output.WriteLine($"{problems} problems, {usable} usable schedules");
        Assert.True(problems > 0 && usable > 0, $"seed {seed}: nothing was tried");
    }

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void Whatever_is_asked_of_a_table_the_answer_is_an_item_that_a_run_can_read_or_a_refusal(int seed)
    {
        output.WriteLine($"seed {seed}: {Items} actions");
        var random = new Random(seed);
        var fuzz = new FuzzItems(random);
        var (done, refused) = (0, 0);
        var table = fuzz.Table(PerTable);
        for (var actions = Items; actions > 0; actions--)
        {
            if (random.Next(20) == 0)
                table = fuzz.Table(PerTable);
            var type = fuzz.One((string[])[ConfigTypes.Period, ConfigTypes.Schedule]);
            ImmutableArray<GivenParameter> given = [.. Given(random, fuzz, type)];
            try
            {
                var item = random.Next(4) switch
                {
                    0 => ItemActions.Create(type, given, table),
                    1 => ItemActions.Update(type, given, table),
                    2 => ItemActions.Patch(type, given, table).Item,
                    _ => ItemActions.Delete(type, given.FirstOrDefault(parameter => parameter.Name == "name")?.Value?.ToString(), table),
                };
                Assert.Equal(type, item.Type);
                if (type == ConfigTypes.Period && !table.Contains(item))
                    ItemCheck.Check(item, table);
                done++;
            }
            catch (ActionRefusedException refusal)
            {
                Assert.NotEmpty(refusal.Message);
                refused++;
            }
        }

        output.WriteLine($"{done} done, {refused} refused");
        Assert.True(done > 0 && refused > 0, $"seed {seed}: nothing was tried");
    }

    private static void Use(Schedule schedule, Instant instant)
    {
        var outcome = ScheduleEvaluator.Evaluate(schedule, instant);
        Assert.NotEmpty(outcome.Explain(schedule.Name));
        var date = instant.InZone(schedule.Zone).Date;
        Assert.Equal(3, UsageCalculator.Between(schedule, date, date.PlusDays(2)).Count());
    }

    private static IEnumerable<GivenParameter> Given(Random random, FuzzItems fuzz, string type)
    {
        if (random.Next(10) > 0)
            yield return new GivenParameter("name", new GivenValue.Text(fuzz.One((string[])["office", "night", "s", "new", "weekend"])));
        string[] known = [.. KnownAttributes.Of(type).Order(StringComparer.Ordinal)];
        for (var i = random.Next(4); i > 0; i--)
            yield return new GivenParameter(random.Next(20) > 0 ? fuzz.One(known) : fuzz.Text(), Value(random, fuzz, depth: 2));
    }

    private static GivenValue? Value(Random random, FuzzItems fuzz, int depth) => random.Next(14) switch
    {
        0 => null,
        1 => new GivenValue.Number("5"),
        2 => new GivenValue.Flag(random.Next(2) == 0),
        3 => new GivenValue.Foreign("{}"),
        4 or 5 when depth > 0 => new GivenValue.Many(
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, fuzz, depth - 1) ?? new GivenValue.Foreign("None"))]),
        _ => new GivenValue.Text(fuzz.Text()),
    };
}

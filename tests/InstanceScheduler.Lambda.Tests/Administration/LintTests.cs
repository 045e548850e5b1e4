using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Linting;
using InstanceScheduler.Lambda.Tests.Runs;
using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Lambda.Tests.Administration;

public sealed class LintTests
{
    [Theory]
    [InlineData("week", "period \"intern-hours\": weekdays: \"mon-fry\" cannot be read")]
    [InlineData("fortnight", null)]
    [InlineData("year", null)]
    public void In_the_samples_only_what_is_wrong_on_purpose_is_found(string name, string? expected)
    {
        var sample = Sample.All.Single(sample => sample.Name == name);
        var findings = ConfigurationLint.Check([.. sample.Config().Items.Select(item => StoredItem.TryRead(AttributeJson.Read(item))!.Item)]);

        Assert.DoesNotContain(findings, finding => finding.Severity == LintSeverity.Warning);
        Assert.Equal(expected is null ? 0 : 2, findings.Length);
        if (expected is null)
            return;
        Assert.StartsWith(expected, findings[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("schedule \"interns\": periods: period \"intern-hours\" cannot be used, see its own error", findings[1].ToString());
    }

    [Fact]
    public async Task What_breaks_schedules_is_told_by_lint_and_by_the_tick_in_the_same_words()
    {
        await using var world = new SchedulerWorld();
        foreach (var item in new[]
                 {
                     """{"type":{"S":"config"},"name":{"S":"scheduler"},"default_timezone":{"S":"PRC"},"scheduled_services":{"SS":["ec2","s3"]},"trace":{"S":"perhaps"},"started_tags":{"S":"aws:x=1"}}""",
                     """{"type":{"S":"period"},"name":{"S":"bad"},"begintime":{"S":"25:00"}}""",
                     """{"type":{"S":"schedule"},"name":{"S":"a"},"periods":{"SS":["bad"]}}""",
                     """{"type":{"S":"schedule"},"name":{"S":"b"},"periods":{"SS":["offce"]}}""",
                     """{"type":{"S":"schedule"},"name":{"S":"c"},"periods":{"SS":["office"]},"timezone":{"S":"Asia/Shangai"}}""",
                     """{"type":{"S":"schedule"},"name":{"S":"d"},"periods":{"SS":["office"]},"enforced":{"S":"perhaps"}}""",
                 })
            world.PutConfig(item);

        await world.TickAsync("09:00");

        var items = (await world.AskAsync("describe-configuration")).GetProperty("Items").EnumerateArray()
            .Select(item => StoredItem.TryRead(AttributeJson.Read(item.GetProperty("Item")))!.Item);
        var errors = ConfigurationLint.Check([.. items]).Where(finding => finding.Severity == LintSeverity.Error).ToList();
        Assert.Equal(8, errors.Count);
        Assert.All(errors, finding => Assert.Contains(world.Problems, problem => problem.Contains((finding with { Remedy = null }).ToString(), StringComparison.Ordinal)));
    }
}

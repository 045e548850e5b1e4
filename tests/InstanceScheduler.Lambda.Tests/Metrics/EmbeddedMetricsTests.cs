using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using InstanceScheduler.Aws;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Lambda.Logging;
using InstanceScheduler.Lambda.Metrics;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.Metrics;

public sealed class EmbeddedMetricsTests : IDisposable
{
    private static readonly Target Target = new("ec2", "123456789012", "cn-north-1");
    private static readonly Instant At = Instant.FromUtc(2026, 11, 23, 1, 0);

    private readonly MemoryStream _output = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 1, 0, 7, TimeSpan.Zero));

    [Fact]
    public void A_line_names_its_metrics_and_is_a_log_line_besides()
    {
        var line = Assert.Single(Written("Scheduler", Counts(isOn: true, [("office", null)], ("office", true), ("office", false), ("office", true))));

        Assert.Equal(
            """{"_aws":{"Timestamp":1795395600000,"CloudWatchMetrics":[{"Namespace":"Scheduler:InstanceScheduler","Dimensions":[["Service","Schedule"]],"Metrics":[{"Name":"ManagedInstances","Unit":"Count"},{"Name":"RunningInstances","Unit":"Count"}]}]},"Service":"ec2","Schedule":"office","ManagedInstances":3,"RunningInstances":2,"time":"2026-11-23T01:00:07+00:00","level":"Information","event":"Metrics","message":"office: 2 of 3 instances running in ec2 in 123456789012/cn-north-1","account":"123456789012","region":"cn-north-1"}""",
            line);
    }

    [Theory]
    [InlineData("Scheduler", "office")]
    [InlineData("", "office")]
    [InlineData("Scheduler", "办公时间")]
    [InlineData("Scheduler", " ")]
    [InlineData("Scheduler", "a \"quoted\"\nname\t😀")]
    [InlineData("Scheduler", "{}[]:/%\\")]
    public void Whatever_the_names_are_the_line_is_valid(string stack, string schedule)
    {
        var line = Assert.Single(Written(stack, Counts(isOn: true, [(schedule, true)], (schedule, true))));
        Assert.Empty(EmfSchema.FaultsOf(line));
    }

    [Fact]
    public void A_name_as_long_as_a_table_allows_is_cut() =>
        Assert.Empty(EmfSchema.FaultsOf(Assert.Single(Written("Scheduler", Counts(isOn: true, [(new string('办', 341), true)], (new string('办', 341), true))))));

    [Fact]
    public void The_check_of_these_tests_sees_faults()
    {
        var line = Assert.Single(Written("Scheduler", Counts(isOn: true, [("office", true)], ("office", true))));
        Assert.All(
            ((string From, string To)[])
            [
                ("\"Service\":\"ec2\",", ""), ("\"ManagedInstances\":1,", ""), ("\"RunningInstances\":1", "\"RunningInstances\":\"1\""),
                ("Scheduler:Inst", ":Inst"), ("\"Schedule\":\"office\"", "\"Schedule\":\"办\""), ("1795395600000", "1795395600000.5"), ("\"Unit\":\"Count\"", "\"Unit\":\"count\""),
            ],
            change => Assert.NotEmpty(EmfSchema.FaultsOf(Changed(line, change.From, change.To))));

        static string Changed(string line, string from, string to)
        {
            Assert.Contains(from, line, StringComparison.Ordinal);
            return line.Replace(from, to, StringComparison.Ordinal);
        }
    }

    // global, the schedule's own, written?
    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, null, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, null, false)]
    [InlineData(false, false, false)]
    public void Both_settings_have_to_be_on(bool isOn, bool? ofSchedule, bool isWritten) =>
        Assert.Equal(isWritten ? 1 : 0, Written("Scheduler", Counts(isOn, [("office", ofSchedule)], ("office", true))).Length);

    [Fact]
    public void There_is_one_line_per_schedule_that_has_instances()
    {
        var counts = Counts(isOn: true, [("office", null), ("test", null), ("empty", null), ("off", false)],
            ("test", false), ("office", true), ("off", true), ("missing", true), ("test", true), ("test", false));

        Assert.Equal(
            ["office 1/1", "test 1/3"],
            Written("Scheduler", counts).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(line => $"{line.GetProperty("Schedule")} {line.GetProperty("RunningInstances")}/{line.GetProperty("ManagedInstances")}"),
            StringComparer.Ordinal);
    }

    public void Dispose() => _output.Dispose();

    private string[] Written(string stack, ScheduleCounts counts)
    {
        new EmbeddedMetrics(new JsonLineWriter(_output), stack, _time).Write(Target, At, counts);
        return Encoding.UTF8.GetString(_output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static ScheduleCounts Counts(bool isOn, (string Name, bool? UseMetrics)[] schedules, params (string Schedule, bool IsRunning)[] instances)
    {
        var counts = new ScheduleCounts(new SchedulerConfiguration(
            new SchedulerSettings { UseMetrics = isOn },
            ImmutableDictionary<string, Core.Periods.Period>.Empty,
            schedules.ToImmutableDictionary(
                schedule => schedule.Name,
                schedule => new Schedule { Name = schedule.Name, Zone = DateTimeZone.Utc, UseMetrics = schedule.UseMetrics },
                StringComparer.Ordinal),
            []));
        foreach (var (schedule, isRunning) in instances)
            counts.Add(schedule, isRunning);
        return counts;
    }
}

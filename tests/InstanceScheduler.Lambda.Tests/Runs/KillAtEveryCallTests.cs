using Xunit.Abstractions;

namespace InstanceScheduler.Lambda.Tests.Runs;

/// <summary>A run that dies at any of its calls ends as if it had not.</summary>
public sealed class KillAtEveryCallTests(ITestOutputHelper output)
{
    // What the busy tick has to have done, for its kills to be worth anything.
    private static readonly string[] Deeds =
    [
        "dynamodb Scan", "lambda Invoke", "ec2 DescribeInstances", "dynamodb Query", "ssm DescribeMaintenanceWindows", "dynamodb PutItem", "ec2 StartInstances",
        "ec2 StopInstances", "ec2 ModifyInstanceAttribute", "ec2 CreateTags", "rds StartDBInstance", "rds StopDBInstance", "rds StopDBCluster",
        "rds DeleteDBSnapshot", "sns Publish",
    ];

    // What the evening has to have made of some: how each stood before, and how afterwards; null: not at all.
    private static readonly (string About, string? Before, string? Afterwards)[] Changes =
    [
        ("retained", Entry(5, "stopped"), Entry(5, "retain-running")),
        ("released", Entry(8, "retain-running"), Entry(8, "stopped")),
        ("resized", $"{SchedulerWorld.IdOf(6)} Running m5.large", $"{SchedulerWorld.IdOf(6)} Running c5.large"),
        ("forgotten", Entry(90, "stopped"), null),
        ("in its window", $"{SchedulerWorld.IdOf(9)} Stopped", $"{SchedulerWorld.IdOf(9)} Running"),
        ("in a later window", $"{SchedulerWorld.IdOf(12)} Stopped", $"{SchedulerWorld.IdOf(12)} Running"),
        ("a window, written down", null, """name: {"S":"later"}"""),
        ("noted as restarting", null, "day-up: restarts"),
    ];

    [Fact]
    public async Task A_kill_at_any_call_of_a_busy_tick_ends_as_none_does()
    {
        var undisturbed = await BusyEvening.PlayAsync(killAt: 0, after: false);
        Assert.Empty(Deeds.Except(undisturbed.Calls, StringComparer.Ordinal));
        Assert.All(Changes, change =>
        {
            Assert.True(change.Before is null || Has(undisturbed.Before, change.Before), $"before: {change}");
            Assert.True(change.Before is not null || !Has(undisturbed.Before, change.Afterwards!), $"before: {change}");
            Assert.True(change.Afterwards is null ? !Has(undisturbed.Lines, change.Before!) : Has(undisturbed.Lines, change.Afterwards), $"afterwards: {change}");
        });
        var (differences, killed) = (new List<string>(), new List<string>());
        var points = 0;

        for (var call = 1; call <= undisturbed.Calls.Length; call++)
        {
            foreach (var after in new[] { false, true })
            {
                var end = await BusyEvening.PlayAsync(call, after);
                points++;
                killed.Add(end.Calls[call - 1]);
                var lost = undisturbed.Lines.Except(end.Lines, StringComparer.Ordinal).Select(line => $"- {line}");
                var found = end.Lines.Except(undisturbed.Lines, StringComparer.Ordinal).Select(line => $"+ {line}");
                differences.AddRange(lost.Concat(found).Select(line => $"killed {(after ? "after" : "before")} call {call}, {end.Calls[call - 1]}: {line}"));
            }
        }

        foreach (var difference in differences)
            output.WriteLine(difference);
        output.WriteLine($"{points} points: {undisturbed.Calls.Length} calls, killed before and after each");
        Assert.Empty(differences);
        // The order of calls side by side may differ from play to play; each has to have had its turn all the same.
        Assert.Equal(undisturbed.Calls.Concat(undisturbed.Calls).Order(StringComparer.Ordinal), killed.Order(StringComparer.Ordinal));
    }

    private static string Entry(int number, string stored) => $$"""{{SchedulerWorld.Region}} {{SchedulerWorld.IdOf(number)}}: {"S":"{{stored}}"}""";

    private static bool Has(IEnumerable<string> lines, string text) => lines.Any(line => line.Contains(text, StringComparison.Ordinal));
}

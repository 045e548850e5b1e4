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

    [Fact]
    public async Task A_kill_at_any_call_of_a_busy_tick_ends_as_none_does()
    {
        var undisturbed = await BusyEvening.PlayAsync(killAt: 0, after: false);
        Assert.Empty(Deeds.Except(undisturbed.Calls, StringComparer.Ordinal));
        var differences = new List<string>();
        var points = 0;

        for (var call = 1; call <= undisturbed.Calls.Length; call++)
        {
            foreach (var after in new[] { false, true })
            {
                var end = await BusyEvening.PlayAsync(call, after);
                points++;
                var lost = undisturbed.Lines.Except(end.Lines, StringComparer.Ordinal).Select(line => $"- {line}");
                var found = end.Lines.Except(undisturbed.Lines, StringComparer.Ordinal).Select(line => $"+ {line}");
                differences.AddRange(lost.Concat(found).Select(line => $"killed {(after ? "after" : "before")} call {call}, {end.Calls[call - 1]}: {line}"));
            }
        }

        foreach (var difference in differences)
            output.WriteLine(difference);
        output.WriteLine($"{points} points: {undisturbed.Calls.Length} calls, killed before and after each");
        Assert.Empty(differences);
    }
}

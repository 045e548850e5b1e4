using System.Collections.Immutable;
using System.Text;
using CsCheck;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Problems;
using static InstanceScheduler.Aws.Tests.Problems.Causes;

namespace InstanceScheduler.Aws.Tests.Notices;

public sealed class NoticeDigestTests
{
    private const string Head = "Loggroup: /aws/lambda/Scheduler-InstanceSchedulerMain\nLogstream 2026/11/23/[$LATEST]0a1b\n";

    private static readonly string Place = HealthSource.Of(new Target("ec2", "123456789012", "cn-north-1")).Place;
    private static readonly NoticeDigest Digest = new("Scheduler", new LogPlace("/aws/lambda/Scheduler-InstanceSchedulerMain", "2026/11/23/[$LATEST]0a1b"));

    [Fact]
    public void A_notice_reads_like_this()
    {
        var message = Digest.Message(
            From(
                new Problem("NeverTouched", "never started or stopped: part of an Auto Scaling group", ["i-0aaaaaaaaaaaaaaa3"]),
                new Problem("UnauthorizedOperation", "StopInstances failed with UnauthorizedOperation: Not allowed.", ["i-0aaaaaaaaaaaaaaa2", "i-0aaaaaaaaaaaaaaa1"], "allow it for the scheduler's role") { Severity = ProblemSeverity.Error },
                new Problem("Throttling", "the run failed with Throttling: Rate exceeded", [], "the next tick continues") { Severity = ProblemSeverity.Error }),
            dryRun: null);

        Assert.Equal(
            Head + """
            Error : the run failed with Throttling: Rate exceeded
              Remedy: the next tick continues
            Error : StopInstances failed with UnauthorizedOperation: Not allowed.
              2 instances: i-0aaaaaaaaaaaaaaa1, i-0aaaaaaaaaaaaaaa2
              Remedy: allow it for the scheduler's role
            Warning : never started or stopped: part of an Auto Scaling group
              1 instance: i-0aaaaaaaaaaaaaaa3
            """,
            message);
    }

    [Fact]
    public void A_dry_run_tells_what_it_would_have_done()
    {
        var message = Digest.Message(
            From(Warning("A")),
            new DryRunActions
            {
                Starts = [new("i-2", "office"), new("i-1", "测试")],
                Stops = [new("i-3", "office")],
                Resizes = [new("i-4", "office", "m5.large")],
            });

        Assert.Equal(
            Head + """
            Warning : A came up
            Dry run, nothing was done: would start 2: i-1 (测试), i-2 (office)
            Dry run, nothing was done: would stop 1: i-3 (office)
            Dry run, nothing was done: would resize 1: i-4 (office, to m5.large)
            """,
            message);
    }

    [Fact]
    public void A_dry_run_without_actions_says_so() =>
        Assert.Equal($"{Head}Warning : A came up\nDry run, nothing was done: nothing to start or stop", Digest.Message(From(Warning("A")), DryRunActions.None));

    [Theory]
    [InlineData(50, "i-00000000000000032")]
    [InlineData(51, "i-00000000000000032 and 1 more")]
    [InlineData(5000, "i-00000000000000032 and 4950 more")]
    public void At_most_50_ids_are_named(int count, string end)
    {
        Assert.EndsWith($", {end}", NoticeDigest.Body(From(Warning("A", Ids(count))), dryRun: null), StringComparison.Ordinal);
        var plan = new DryRunActions { Starts = [.. Ids(count).Select(id => new DryRunAction(id, "s"))] };
        Assert.EndsWith($", {end.Insert(19, " (s)")}", NoticeDigest.Body([], plan), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_left_out_by_whole_causes_and_counted()
    {
        var causes = From([.. Enumerable.Range(1, 1000).Select(number => Of("Configuration", $"period \"{number:0000}\" {new string('时', 900)}") with { Remedy = "mend it" })]);

        var lines = Digest.Message(causes, new DryRunActions { Starts = [new("i-1", "office")] }).Split('\n');

        var told = lines.Count(line => line.StartsWith("Warning : period", StringComparison.Ordinal));
        Assert.InRange(told, 90, 96);
        Assert.Equal(told, lines.Count(line => line == "  Remedy: mend it"));
        Assert.Equal([$"{1000 - told} further causes left out here; the log has all.", "Dry run, nothing was done: would start 1: i-1 (office)"], lines[^2..], StringComparer.Ordinal);
    }

    private static readonly Gen<Problem> Problems =
        from message in Gen.String[0, 1200]
        from remedy in Gen.String[0, 100]
        from ids in Gen.String[1, 300].Array[0, 60]
        select new Problem("Code", message, [.. ids], remedy);

    private static readonly Gen<DryRunActions> Plans =
        from actions in Gen.Select(Gen.String[1, 300], Gen.String[0, 300]).Array[0, 60]
        let all = actions.Select(action => new DryRunAction(action.Item1, action.Item2)).ToImmutableArray()
        select new DryRunActions { Starts = all, Stops = all, Resizes = all };

    [Fact]
    public void A_message_never_passes_256_KB_and_keeps_its_head() => Gen.Select(Problems.Array[0, 300], Plans).Sample(
        (problems, plan) =>
        {
            var message = new NoticeDigest("s", new LogPlace(new string('时', 900), "stream\nb")).Message(From(problems), plan);

            Assert.InRange(Encoding.UTF8.GetByteCount(message), 0, NoticeDigest.MaxMessageBytes);
            Assert.StartsWith("Loggroup: 时", message, StringComparison.Ordinal);
            Assert.Equal("Logstream stream b", message.Split('\n')[1]);
        },
        iter: 12);

    [Theory]
    [InlineData("Scheduler", 2, "Instance Scheduler Scheduler: 2 problems in ec2 123456789012/cn-north-1")]
    [InlineData("Scheduler", 1, "Instance Scheduler Scheduler: 1 problem in ec2 123456789012/cn-north-1")]
    [InlineData("", 1, "Instance Scheduler: 1 problem in ec2 123456789012/cn-north-1")]
    [InlineData("调度\n器😀a", 1, "Instance Scheduler ????" + "?a: 1 problem in ec2 123456789012/cn-north-1")]
    public void A_subject_names_stack_number_and_place(string stack, int problems, string subject) =>
        Assert.Equal(subject, new NoticeDigest(stack, new LogPlace("", "")).Subject(Place, Some(problems), dryRun: null));

    [Fact]
    public void The_tick_and_dry_runs_have_subjects_of_their_own()
    {
        var plan = new DryRunActions { Starts = [new("i-1", "office")], Stops = [new("i-2", "office")] };
        Assert.Equal("Instance Scheduler Scheduler: 2 problems at the tick", Digest.Subject(HealthSource.Tick.Place, Some(2), dryRun: null));
        Assert.Equal("Instance Scheduler Scheduler: dry run, 2 actions in ec2 123456789012/cn-north-1", Digest.Subject(Place, [], plan));
        Assert.Equal("Instance Scheduler Scheduler: dry run, 2 actions and 1 problem in ec2 123456789012/cn-north-1", Digest.Subject(Place, Some(1), plan));
    }

    [Fact]
    public void A_subject_is_short_ASCII_in_one_line() => Gen.Select(Gen.String[0, 200], Gen.Int[0, 200], Gen.String[0, 20], Gen.Bool).Sample((stack, problems, region, isDry) =>
    {
        var source = HealthSource.Of(new Target("rds", "123456789012", $"ap-southeast-1{region}"));
        var subject = new NoticeDigest(stack, new LogPlace("", "")).Subject(source.Place, Some(problems), isDry ? DryRunActions.None : null);

        Assert.InRange(subject.Length, 1, 99);
        Assert.All(subject, letter => Assert.InRange(letter, ' ', '~'));
        Assert.Contains("rds 123456789012/ap-southeast-1", subject, StringComparison.Ordinal);
    });

    private static ImmutableArray<ProblemCause> Some(int problems) => From(Enumerable.Range(0, problems).Select(number => Warning($"Code{number}")));
}

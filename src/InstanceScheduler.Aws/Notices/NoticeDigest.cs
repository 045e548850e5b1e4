using System.Collections.Immutable;
using System.Text;
using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Notices;

/// <summary>The text of a notice: where the log is, every cause with its instances and remedy, and what a dry run would have done.</summary>
/// <param name="stack">Name of the stack; empty: none.</param>
/// <param name="log">Where the run's log lines are.</param>
internal sealed class NoticeDigest(string stack, LogPlace log)
{
    /// <summary>What SNS takes: less than 100 characters, and 256 KB.</summary>
    public const int MaxSubjectLength = 99;
    public const int MaxMessageBytes = 256 * 1024;

    private const int MaxIds = 50;
    private const int LongestName = 256;

    // For the line that tells how many causes were left out.
    private const int MarginBytes = 200;

    /// <summary>ASCII in one line; the stack's name is cut where it is too long.</summary>
    /// <param name="place">Where the problems are, such as <c>in ec2 123456789012/cn-north-1</c>.</param>
    /// <param name="causes">The problems.</param>
    /// <param name="dryRun">What a dry run would have done; null: it was none.</param>
    public string Subject(string place, ImmutableArray<ProblemCause> causes, DryRunActions? dryRun)
    {
        var problems = causes.IsEmpty && dryRun is not null ? "" : Counted(causes.Length, "problem");
        var actions = dryRun is null ? "" : $"dry run, {Counted(dryRun.Count, "action")}";
        var what = $"{actions}{(actions.Length > 0 && problems.Length > 0 ? " and " : "")}{problems} {place}";
        var room = MaxSubjectLength - "Instance Scheduler : ".Length - what.Length;
        var name = Ascii(stack);
        var scheduler = name.Length == 0 ? "Instance Scheduler" : $"Instance Scheduler {name[..Math.Clamp(room, 0, name.Length)]}".TrimEnd();
        var subject = Ascii($"{scheduler}: {what}");
        return subject[..Math.Min(subject.Length, MaxSubjectLength)];
    }

    /// <summary>The whole message.</summary>
    public string Message(ImmutableArray<ProblemCause> causes, DryRunActions? dryRun) =>
        $"""
        Loggroup: {OneLine.Of(log.Group, LongestName)}
        Logstream {OneLine.Of(log.Stream, LongestName)}
        {Body(causes, dryRun)}
        """;

    /// <summary>The message without its head, which differs between processes.</summary>
    public static string Body(ImmutableArray<ProblemCause> causes, DryRunActions? dryRun)
    {
        var plan = string.Concat(LinesOf(dryRun));
        var room = MaxMessageBytes - MarginBytes - 2 * LongestBytes(LongestName) - Encoding.UTF8.GetByteCount(plan);
        var body = new StringBuilder();
        for (var done = 0; done < causes.Length; done++)
        {
            var lines = LinesOf(causes[done]);
            room -= Encoding.UTF8.GetByteCount(lines);
            if (room < 0)
            {
                body.Append($"{Counted(causes.Length - done, "further cause")} left out here; the log has all.\n");
                break;
            }

            body.Append(lines);
        }

        return body.Append(plan).ToString().TrimEnd('\n');
    }

    private static string LinesOf(ProblemCause cause)
    {
        var lines = new StringBuilder($"{cause.Severity} : {cause.Message}\n");
        if (cause.Count > 0)
            lines.Append($"  {Counted(cause.Count, cause.Noun)}: {Listed(cause.Ids, cause.Count)}\n");
        if (cause.Remedy is { } remedy)
            lines.Append($"  Remedy: {remedy}\n");
        return lines.ToString();
    }

    private static IEnumerable<string> LinesOf(DryRunActions? dryRun)
    {
        if (dryRun is null)
            yield break;
        (string Verb, ImmutableArray<DryRunAction> Actions)[] plan = [("start", dryRun.Starts), ("stop", dryRun.Stops), ("resize", dryRun.Resizes)];
        foreach (var (verb, actions) in plan)
            if (!actions.IsEmpty)
                yield return $"Dry run, nothing was done: would {verb} {actions.Length}: {Listed(actions.OrderBy(action => action.Id, StringComparer.Ordinal).Select(action => action.ToString()), actions.Length)}\n";
        if (dryRun.Count == 0)
            yield return "Dry run, nothing was done: nothing to start or stop\n";
    }

    private static string Listed(IEnumerable<string> names, int count)
    {
        var listed = names.Take(MaxIds).Select(name => OneLine.Of(name, LongestName)).ToList();
        var more = count > listed.Count ? $"and {count - listed.Count} more" : "";
        return string.Join(' ', new[] { string.Join(", ", listed), more }.Where(part => part.Length > 0));
    }

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static int LongestBytes(int characters) => Encoding.UTF8.GetMaxByteCount(characters);

    private static string Ascii(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.IsAscii && !Rune.IsControl(rune) ? (char)rune.Value : '?'));
}

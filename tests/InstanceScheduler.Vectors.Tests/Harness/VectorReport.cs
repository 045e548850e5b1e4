using System.Text;
using Xunit.Abstractions;

namespace InstanceScheduler.Vectors.Tests.Harness;

/// <summary>Holds our results against a vector file: each equals v1.3's, or is what exactly one rule expects.</summary>
public sealed class VectorReport<TCase, TResult>
    where TCase : IVectorCase<TResult>
{
    private const int ShownFailures = 20;

    private readonly VectorFile<TCase> _file;
    private readonly IReadOnlyList<Rule<TCase, TResult>> _rules;
    private readonly Dictionary<Rule<TCase, TResult>, int> _byRule;
    private readonly List<string> _failures = [];
    private int _matched;
    private int _failed;

    /// <summary>Tries every case of a file.</summary>
    public VectorReport(VectorFile<TCase> file, IReadOnlyList<Rule<TCase, TResult>> rules, Func<TCase, TResult> ours)
    {
        _file = file;
        _rules = rules;
        _byRule = rules.ToDictionary(rule => rule, _ => 0);
        foreach (var vector in file.Cases)
            Try(vector, ours);
        if (file.IsShipped)
            CheckCounts();
    }

    /// <summary>Writes the counts, and fails the test when one case failed.</summary>
    public void Conclude(ITestOutputHelper output)
    {
        output.WriteLine(ToString());
        Assert.True(_failures.Count == 0, Failures());
    }

    /// <summary>Counts of the file and of each rule.</summary>
    public override string ToString()
    {
        var differing = _byRule.Values.Sum();
        var text = new StringBuilder()
            .AppendLine($"{_file.Name}: {_file.Cases.Count} cases, {_matched} matched, {differing} differ by rule, {_failed} failed");
        foreach (var rule in _rules)
            text.AppendLine($"  rule {rule.Number,-6}{_byRule[rule],5}  {rule.Reason}");
        return text.ToString().TrimEnd();
    }

    private string Failures() => string.Join(Environment.NewLine, _failures.Count > ShownFailures
        ? [.. _failures.Take(ShownFailures), $"… and {_failures.Count - ShownFailures} more"]
        : _failures);

    private void Try(TCase vector, Func<TCase, TResult> ours)
    {
        TResult result;
        try
        {
            result = ours(vector);
        }
        catch (Exception unexpected)
        {
            Fail(vector, $"ours throws {unexpected.GetType().Name}: {unexpected.Message}");
            return;
        }

        var covering = _rules.Where(rule => rule.Covers(vector)).ToList();
        var agrees = Equals(result, vector.Theirs);
        if (agrees && covering.Count == 0)
            _matched++;
        else if (!agrees && covering is [var rule] && Equals(result, rule.Expected(vector)))
            _byRule[rule]++;
        else if (agrees)
            Fail(vector, $"ours and theirs are {result}, yet rule {Numbers(covering)} covers the case");
        else if (covering.Count == 0)
            Fail(vector, $"ours {result}, theirs {vector.Theirs}");
        else if (covering.Count > 1)
            Fail(vector, $"ours {result}, theirs {vector.Theirs}, covered by several rules: {Numbers(covering)}");
        else
            Fail(vector, $"ours {result}, theirs {vector.Theirs}, rule {Numbers(covering)} expects {covering[0].Expected(vector)}");
    }

    private void CheckCounts()
    {
        foreach (var rule in _rules.Where(rule => rule.Cases != _byRule[rule]))
            _failures.Add($"rule {rule.Number} covers {_byRule[rule]} cases of the shipped file, pinned are {rule.Cases}: {rule.Reason}");
    }

    private void Fail(TCase vector, string what)
    {
        _failed++;
        _failures.Add($"{vector.Id}: {what}; {vector}");
    }

    private static string Numbers(IEnumerable<Rule<TCase, TResult>> rules) => string.Join(" and ", rules.Select(rule => rule.Number));
}

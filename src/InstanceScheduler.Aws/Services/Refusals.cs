using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services;

/// <summary>What AWS refused to do, by the cause it gave: one problem per cause, however many instances it has.</summary>
internal sealed class Refusals
{
    private readonly Dictionary<string, (Exception Failure, List<string> Ids)> _causes = new(StringComparer.Ordinal);

    public IEnumerable<string> Ids => _causes.Values.SelectMany(cause => cause.Ids);

    public void Add(ImmutableArray<string> ids, Exception failure)
    {
        if (ids.IsEmpty)
            return;
        var code = AwsFailure.CodeOf(failure);
        if (!_causes.TryGetValue(code, out var cause))
            _causes[code] = cause = (failure, []);
        cause.Ids.AddRange(ids);
    }

    /// <summary>Takes out the ids that were refused for the same cause.</summary>
    public ImmutableArray<string> Take(Exception failure) =>
        _causes.Remove(AwsFailure.CodeOf(failure), out var cause) ? [.. cause.Ids] : [];

    /// <summary>The causes in the order in which they came up.</summary>
    public ImmutableArray<Problem> ToProblems(string operation) =>
        [.. _causes.Values.Select(cause => AwsProblem.Of(operation, cause.Failure, [.. cause.Ids]))];
}

using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Collects problems of a run, one per cause, however many instances it has.</summary>
internal sealed class ProblemList
{
    private readonly Dictionary<(string Code, string Message), (List<string> Ids, string? Remedy, bool IsStanding, ProblemSeverity Severity)> _causes = [];
    private readonly List<Problem> _others = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IEnumerable<Problem> All => _others.Concat(_causes.Select(cause =>
        new Problem(cause.Key.Code, cause.Key.Message, [.. cause.Value.Ids], cause.Value.Remedy, cause.Value.IsStanding) { Severity = cause.Value.Severity }));

    /// <summary>Whether an instance has any.</summary>
    public bool IsAbout(string id) => _ids.Contains(id);

    public void Add(Problem problem)
    {
        _others.Add(problem);
        _ids.UnionWith(problem.Ids);
    }

    public void AddRange(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
            Add(problem);
    }

    /// <summary>Adds what went wrong, where something did.</summary>
    public void AddIfAny(Problem? problem)
    {
        if (problem is not null)
            Add(problem);
    }

    /// <summary>Adds what kept an instance from being started, stopped or decided on.</summary>
    public void Add(string code, string message, string id, string? remedy, ProblemSeverity severity = ProblemSeverity.Error) =>
        Add(code, message, id, remedy, isStanding: false, severity);

    /// <summary>Adds a problem that stays until a person changes something.</summary>
    public void AddStanding(string code, string message, string? id, string? remedy, ProblemSeverity severity = ProblemSeverity.Error) =>
        Add(code, message, id, remedy, isStanding: true, severity);

    private void Add(string code, string message, string? id, string? remedy, bool isStanding, ProblemSeverity severity)
    {
        if (!_causes.TryGetValue((code, message), out var cause))
            _causes[(code, message)] = cause = ([], remedy, isStanding, severity);
        if (id is null)
            return;
        cause.Ids.Add(id);
        _ids.Add(id);
    }
}

using InstanceScheduler.Simulator.Report;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Something in an input file that cannot be used: where it is, what it is, what to do about it.</summary>
/// <param name="File">The file as the operator named it.</param>
/// <param name="Item">The item inside it, or null when the file as a whole is meant.</param>
/// <param name="Fault">Field and value in one clause, for instance <c>State.Name is "melted"</c>.</param>
/// <param name="Remedy">One sentence in the imperative, or what happens now.</param>
internal sealed record InputProblem(string File, string? Item, string Fault, string Remedy)
{
    /// <summary>In brackets after a sentence: how many problems there are and what the first one is; nothing without any.</summary>
    public static string Summary(IReadOnlyList<InputProblem> problems)
    {
        if (problems.Count == 0)
        {
            return string.Empty;
        }

        var first = problems[0].Item is { } item ? $"{item}: {problems[0].Fault}" : problems[0].Fault;
        return problems.Count == 1 ? $" (1 problem: {first})" : $" ({problems.Count} problems, the first: {first})";
    }

    // File contents end up on a terminal here: nothing in them may steer it.
    public override string ToString() =>
        VisibleText.Of(Item is null ? $"{File}: {Fault}. {Remedy}" : $"{File}: {Item}: {Fault}. {Remedy}");
}

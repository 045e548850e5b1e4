using InstanceScheduler.Simulator.Report;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Something in an input file that cannot be used: where it is, what it is, what to do about it.</summary>
/// <param name="File">The file as the operator named it.</param>
/// <param name="Item">The item inside it, or null when the file as a whole is meant.</param>
/// <param name="Fault">Field and value in one clause, for instance <c>State.Name is "melted"</c>.</param>
/// <param name="Remedy">One sentence in the imperative, or what happens now.</param>
internal sealed record InputProblem(string File, string? Item, string Fault, string Remedy)
{
    // File contents end up on a terminal here: nothing in them may steer it.
    public override string ToString() =>
        VisibleText.Of(Item is null ? $"{File}: {Fault}. {Remedy}" : $"{File}: {Item}: {Fault}. {Remedy}");
}

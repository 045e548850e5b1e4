using System.Text.Json;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Gathers what of one file cannot be used.</summary>
internal sealed class InputProblems(string file)
{
    private readonly List<InputProblem> _all = [];

    public IReadOnlyList<InputProblem> All => _all;

    public void Add(string item, string fault, string remedy) => _all.Add(new InputProblem(file, item, fault, remedy));

    /// <summary>Reports the first fault of an item; false where there is one.</summary>
    /// <param name="item">The item and where it stands.</param>
    /// <param name="kind">What is left out.</param>
    /// <param name="checks">Field by field: whether it is good, its name, what stands there, what to write instead.</param>
    public bool IsSound(string item, string kind, params ReadOnlySpan<(bool IsGood, string Field, JsonElement? Value, string Remedy)> checks)
    {
        foreach (var (isGood, field, value, remedy) in checks)
        {
            if (!isGood)
            {
                Add(item, $"{field} is {value.Describe()}", $"The {kind} is left out; {char.ToLowerInvariant(remedy[0])}{remedy[1..]}");
                return false;
            }
        }

        return true;
    }
}

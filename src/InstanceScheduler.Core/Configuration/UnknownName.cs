namespace InstanceScheduler.Core.Configuration;

/// <summary>Words for a name that nobody knows.</summary>
public static class UnknownName
{
    /// <summary>What the name is, what was probably meant, and what there is.</summary>
    /// <param name="kind">What it names: <c>action</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">Names that are known.</param>
    public static string Explain(string kind, string name, IEnumerable<string> known)
    {
        string[] names = [.. known];
        return $"error: {kind} \"{name}\" does not exist{Suggestion.For(name, names)}; known are {string.Join(", ", names)}";
    }
}

namespace InstanceScheduler.Core.Configuration;

/// <summary>Finds the name that was probably meant.</summary>
public static class Suggestion
{
    /// <summary><c> (did you mean "x"?)</c> for the nearest candidate within two edits (one for short names), else empty.</summary>
    public static string For(string name, IEnumerable<string> candidates) => Of(Nearest(name, candidates));

    /// <summary><c> (did you mean "x"?)</c> for a name that is known to be near; empty for null.</summary>
    public static string Of(string? meant) => meant is null ? "" : $" (did you mean \"{meant}\"?)";

    /// <summary>The nearest candidate within two edits (one for short names); null: none is that near.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var allowed = name.Length <= 4 ? 1 : 2;
        return candidates
            .Select(candidate => (candidate, distance: Distance(name, candidate, allowed)))
            .Where(pair => pair.distance <= allowed)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    // Levenshtein distance without regard to case; lengths that differ by more than the limit are not worth the table.
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
            return int.MaxValue;
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
            }

            previous = current;
        }

        return previous[^1];
    }
}

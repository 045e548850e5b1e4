namespace InstanceScheduler.Templates.Tests.Policies;

/// <summary><c>*</c> for any text, <c>?</c> for one character.</summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string text, StringComparison comparison = StringComparison.Ordinal)
    {
        var (p, t, star, resume) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, resume) = (p++, t);
            else if (p < pattern.Length && (pattern[p] == '?' || string.Equals(pattern[p..(p + 1)], text[t..(t + 1)], comparison)))
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t) = (star + 1, ++resume);
            else
                return false;
        }

        return pattern.AsSpan(p).Trim('*').IsEmpty;
    }

    /// <summary>ARNs part by part: a wildcard before the last part does not reach over a colon.</summary>
    public static bool MatchesArn(string pattern, string arn)
    {
        if (pattern == "*")
            return true;
        var (wanted, given) = (pattern.Split(':', 6), arn.Split(':', 6));
        return wanted.Length == 6 && given.Length == 6 && wanted.Zip(given).All(part => Matches(part.First, part.Second));
    }
}

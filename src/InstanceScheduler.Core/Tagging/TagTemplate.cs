using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace InstanceScheduler.Core.Tagging;

/// <summary>The tags to set after a start or a stop, as operators write them: <c>k=v,k2=v2</c> with variables in the values.</summary>
/// <remarks>
/// Variables are <c>{scheduler}</c> (the stack's name) and <c>{year}</c>, <c>{month}</c>, <c>{day}</c>, <c>{hour}</c>,
/// <c>{minute}</c>, <c>{timezone}</c> of the time in UTC; anything else in braces stays as it is. A value may hold commas: a piece
/// without <c>=</c> belongs to the value before it. The last value of a repeated key counts.
/// </remarks>
public static class TagTemplate
{
    private static readonly ImmutableArray<string> ReservedPrefixes = ["aws:", "cloudformation:"];

    /// <summary>Fills in a template.</summary>
    /// <param name="attribute">Where it was written (<c>started_tags</c>), for problems.</param>
    /// <param name="template">The template; null: no tags.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <param name="now">The time to tell.</param>
    public static TagTemplateResult Render(string attribute, string? template, string stack, Instant now)
    {
        var tags = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var piece in PiecesOf(template ?? ""))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                problems.Add($"{attribute}: \"{piece}\" has no key; write key=value");
                continue;
            }

            var key = piece[..equals].Trim();
            if (WhyRefused(key) is { } reason)
                problems.Add($"{attribute}: \"{piece}\" {reason}");
            else
                Set(tags, key, Fill(piece[(equals + 1)..], stack, now));
        }

        return new TagTemplateResult(tags.ToImmutable(), problems.ToImmutable());
    }

    // A comma parts two tags only where a key follows; one at the very beginning parts nothing from nothing.
    private static IEnumerable<string> PiecesOf(string template)
    {
        StringBuilder? tag = null;
        foreach (var part in template.Split(','))
        {
            var isTag = part.Contains('=', StringComparison.Ordinal);
            if (!isTag && tag is not null)
                tag.Append(',').Append(part);
            else if (!isTag && !string.IsNullOrWhiteSpace(part))
                yield return part;

            if (!isTag)
                continue;
            if (tag is not null)
                yield return tag.ToString();
            tag = new StringBuilder(part);
        }

        if (tag is not null)
            yield return tag.ToString();
    }

    private static string? WhyRefused(string key)
    {
        if (key.Length == 0)
            return "has an empty key; write key=value";
        foreach (var prefix in ReservedPrefixes)
            if (key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return $"has a key that AWS keeps for itself; choose one that does not begin with {prefix}";
        return null;
    }

    // The stack's name goes first, so that a variable within it is filled in too, as always in v1.x.
    private static string Fill(string value, string stack, Instant now)
    {
        var utc = now.InUtc();
        return value
            .Replace("{scheduler}", stack, StringComparison.Ordinal)
            .Replace("{year}", $"{utc.Year:0000}", StringComparison.Ordinal)
            .Replace("{month}", $"{utc.Month:00}", StringComparison.Ordinal)
            .Replace("{day}", $"{utc.Day:00}", StringComparison.Ordinal)
            .Replace("{hour}", $"{utc.Hour:00}", StringComparison.Ordinal)
            .Replace("{minute}", $"{utc.Minute:00}", StringComparison.Ordinal)
            .Replace("{timezone}", "UTC", StringComparison.Ordinal);
    }

    private static void Set(ImmutableArray<KeyValuePair<string, string>>.Builder tags, string key, string value)
    {
        var tag = KeyValuePair.Create(key, value);
        for (var i = 0; i < tags.Count; i++)
        {
            if (!tags[i].Key.Equals(key, StringComparison.Ordinal))
                continue;
            tags[i] = tag;
            return;
        }

        tags.Add(tag);
    }
}

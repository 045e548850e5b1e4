using System.Text.RegularExpressions;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>AddTagsToResource, RemoveTagsFromResource and ListTagsForResource, for databases and clusters only.</summary>
internal static partial class RdsTagCalls
{
    private const int MostTags = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    private static readonly string[] ReservedPrefixes = ["aws:", "rds:"];

    public static int Add(RdsRegion region, QueryParameters input, XmlBuffer output)
    {
        var tags = input.StructuresOf("Tags", "Tag", "Key")
            .Select(prefix => (Key: input[prefix + ".Key"]!, Value: input[prefix + ".Value"] ?? ""))
            .ToArray();
        if (tags.Length == 0)
        {
            throw RdsErrors.Missing("Tags");
        }

        foreach (var (key, value) in tags)
        {
            EnsureKey(key);
            EnsureText(value, LongestValue, "value");
        }

        return Change(region, input, RdsActions.AddTags, entry =>
        {
            var changed = entry.Tags.SetItems(tags.Select(t => KeyValuePair.Create(t.Key, t.Value)));
            if (changed.Keys.Count(k => !IsReserved(k)) > MostTags)
            {
                throw new AwsException(RdsErrors.InvalidValue, $"The number of tags exceeds the limit of {MostTags} tags for {entry.Arn}.");
            }

            entry.Tags = changed;
        });
    }

    public static int Remove(RdsRegion region, QueryParameters input, XmlBuffer output)
    {
        var keys = input.ValuesOf("TagKeys", "member");
        if (keys.Count == 0)
        {
            throw RdsErrors.Missing("TagKeys");
        }

        foreach (var key in keys)
        {
            EnsureKey(key);
        }

        return Change(region, input, RdsActions.RemoveTags, entry => entry.Tags = entry.Tags.RemoveRange(keys));
    }

    public static int List(RdsRegion region, QueryParameters input, XmlBuffer output)
    {
        var name = RdsResourceName.Read(region, input.Required("ResourceName"));
        region.EnsureAllowed(RdsActions.ListTags, $"{name.Kind}:{name.Id}");
        var tags = region.Atomically(now => name.Find(region, now).Entry.Tags);
        RdsXml.WriteTags(output, tags);
        return tags.Count;
    }

    private static int Change(RdsRegion region, QueryParameters input, string action, Action<RdsEntry> change)
    {
        var name = RdsResourceName.Read(region, input.Required("ResourceName"));
        region.EnsureAllowed(action, $"{name.Kind}:{name.Id}");
        return region.Atomically(now =>
        {
            var resource = name.Find(region, now);
            RdsEligibility.Ensure(resource, resource.TagRefusal, action, _ => null);
            change(resource.Entry);
            return 1;
        });
    }

    private static void EnsureKey(string key)
    {
        if (key.Length == 0)
        {
            throw new AwsException(RdsErrors.InvalidValue, "A tag key must not be empty.");
        }

        EnsureText(key, LongestKey, "key");
    }

    private static void EnsureText(string text, int longest, string part)
    {
        if (IsReserved(text))
        {
            throw new AwsException(
                RdsErrors.InvalidValue,
                $"The tag {part} '{text}' begins with one of the reserved prefixes {string.Join(", ", ReservedPrefixes)}.");
        }

        if (text.Length > longest)
        {
            throw new AwsException(RdsErrors.InvalidValue, $"The tag {part} '{text}' is longer than {longest} characters.");
        }

        if (!Allowed().IsMatch(text))
        {
            throw new AwsException(
                RdsErrors.InvalidValue,
                $"The tag {part} '{text}' is not valid. It may only contain Unicode letters, digits, white space and _ . : / = + - @.");
        }
    }

    private static bool IsReserved(string text) =>
        Array.Exists(ReservedPrefixes, prefix => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}

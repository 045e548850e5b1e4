using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>CreateTags and DeleteTags, for instances only.</summary>
internal static class InstanceTagCalls
{
    private const int MostTags = 50;
    private const int LongestKey = 127;
    private const int LongestValue = 256;
    private const int MostResources = 1000;
    private const int MostTagsPerCall = 1000;
    private const string ReservedPrefix = "aws:";

    public static int Create(FleetRegion region, QueryParameters input, XmlBuffer output)
    {
        var tags = Tags(input);
        if (tags.Count == 0)
        {
            throw new AwsException("MissingParameter", "The request must contain the parameter tagSet");
        }

        foreach (var (key, value) in tags)
        {
            EnsureValid(key, value ?? "");
        }

        if (tags.CountBy(t => t.Key, StringComparer.Ordinal).FirstOrDefault(t => t.Value > 1) is { Key: { } twice })
        {
            throw new AwsException("InvalidParameterValue", $"Duplicate tag key '{twice}' specified.");
        }

        return Act(region, input, "ec2:CreateTags", output, member =>
        {
            var own = member.Tags.Keys.Concat(tags.Select(t => t.Key)).Where(k => !IsReserved(k)).Distinct(StringComparer.Ordinal).Count();
            if (own > MostTags)
            {
                throw new AwsException(
                    "TagLimitExceeded", $"The maximum number of {MostTags} tags for resource '{member.Instance.Id}' has been reached.");
            }
        }, member =>
        {
            foreach (var (key, value) in tags)
            {
                region.Retag(member, key, value ?? "");
            }
        });
    }

    public static int Delete(FleetRegion region, QueryParameters input, XmlBuffer output)
    {
        var tags = Tags(input);
        foreach (var (key, _) in tags)
        {
            EnsureNotReserved(key);
        }

        return Act(region, input, "ec2:DeleteTags", output, _ => { }, member =>
        {
            var doomed = tags.Count == 0
                ? member.Tags.Keys.Where(k => !IsReserved(k))
                : tags
                    .Where(t => member.Tags.TryGetValue(t.Key, out var value) && (t.Value is null || t.Value == value))
                    .Select(t => t.Key);
            foreach (var key in doomed.ToArray())
            {
                region.Retag(member, key, null);
            }
        });
    }

    private static int Act(
        FleetRegion region, QueryParameters input, string action, XmlBuffer output, Action<FleetMember> check, Action<FleetMember> act)
    {
        var ids = input.List("ResourceId");
        if (ids.Count == 0)
        {
            throw new AwsException("MissingParameter", "The request must contain the parameter resourceIdSet");
        }

        if (ids.Count > MostResources)
        {
            throw new AwsException("InvalidParameterValue", $"The request names {ids.Count} resources; the maximum is {MostResources}.");
        }

        if (region.Denies(action))
        {
            throw InstanceErrors.Unauthorized(region, action, ids[0]);
        }

        region.Change(ids, (members, _) =>
        {
            foreach (var member in members)
            {
                if (member.Instance.TagRefusal is { } code)
                {
                    throw InstanceErrors.Refusal(code, member, action);
                }

                check(member);
            }

            foreach (var member in members)
            {
                act(member);
            }

            return true;
        });
        output.Raw("<return>true</return>"u8);
        return ids.Count;
    }

    private static List<(string Key, string? Value)> Tags(QueryParameters input)
    {
        List<(string, string?)> tags = [.. input.Structures("Tag", "Key").Select(at => (input[at + ".Key"]!, input[at + ".Value"]))];
        return tags.Count <= MostTagsPerCall
            ? tags
            : throw new AwsException("InvalidParameterValue", $"The request names {tags.Count} tags; the maximum is {MostTagsPerCall}.");
    }

    private static void EnsureValid(string key, string value)
    {
        EnsureNotReserved(key);
        if (key.Length is 0 or > LongestKey)
        {
            throw new AwsException("InvalidParameterValue", $"Tag key exceeds the maximum length of {LongestKey} characters or is empty");
        }

        if (value.Length > LongestValue)
        {
            throw new AwsException("InvalidParameterValue", $"Tag value exceeds the maximum length of {LongestValue} characters");
        }
    }

    private static void EnsureNotReserved(string key)
    {
        if (IsReserved(key))
        {
            throw new AwsException("InvalidParameterValue", $"Tag keys starting with '{ReservedPrefix}' are reserved for internal use");
        }
    }

    private static bool IsReserved(string key) => key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase);
}

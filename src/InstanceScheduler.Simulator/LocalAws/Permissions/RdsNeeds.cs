using InstanceScheduler.Simulator.LocalAws.Protocol;
using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Simulator.LocalAws.Permissions;

/// <summary>What RDS asks: the database, the cluster, and the snapshot as well where a stop takes one.</summary>
internal static class RdsNeeds
{
    public static IEnumerable<Need> Of(string operation, QueryParameters input, ShapeNames names)
    {
        var action = $"rds:{operation}";
        if (operation.StartsWith("Describe", StringComparison.Ordinal))
        {
            return [new Need(action, "*")];
        }

        return input["ResourceName"] is { } arn
            ? [new Need(action, names.Foreign(arn, arn.Contains(":cluster:", StringComparison.Ordinal) ? "cluster:{cluster}" : "db:{database}"), Keys(input))]
            : Resources(input).Select(resource => new Need(action, names.Own("rds", resource)));
    }

    private static IEnumerable<string> Resources(QueryParameters input)
    {
        if (input["DBInstanceIdentifier"] is not null)
        {
            yield return "db:{database}";
        }

        if (input["DBClusterIdentifier"] is not null)
        {
            yield return "cluster:{cluster}";
        }

        if (input["DBSnapshotIdentifier"] is { } snapshot)
        {
            yield return $"snapshot:{SnapshotName(snapshot)}";
        }
    }

    // <stack>-stopped-<id>; without a stack's name only the rest.
    private static string SnapshotName(string name) =>
        name.StartsWith("stopped-", StringComparison.Ordinal) ? "stopped-{database}"
        : name.Contains("-stopped-", StringComparison.Ordinal) ? "{stack}-stopped-{database}"
        : name;

    private static string Keys(QueryParameters input) => TagKeys.Of(
        [.. input.StructuresOf("Tags", "Tag", "Key").Select(tag => input[$"{tag}.Key"]!), .. input.ValuesOf("TagKeys", "member")]);
}

using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>What an ARN of RDS names.</summary>
/// <param name="Kind"><c>db</c> or <c>cluster</c>.</param>
internal readonly record struct RdsResourceName(string Kind, string Id)
{
    /// <summary>Fails for anything but a database or cluster of the region.</summary>
    public static RdsResourceName Read(RdsRegion region, string arn)
    {
        if (arn.Split(':', 7) is not ["arn", _, "rds", _, _, var kind, var id])
        {
            throw new AwsException(RdsErrors.InvalidValue, $"Invalid resource name: {arn}");
        }

        return kind is "db" or "cluster" && arn == region.Arn($"{kind}:{id}")
            ? new RdsResourceName(kind, id)
            : throw new AwsException(RdsErrors.InvalidValue, "The specified resource name does not match an RDS resource in this region.");
    }

    /// <summary>Within a region's step only.</summary>
    public RdsResource Find(RdsRegion region, DateTimeOffset now) => Kind == "db" ? region.Database(Id, now) : region.Cluster(Id, now);
}

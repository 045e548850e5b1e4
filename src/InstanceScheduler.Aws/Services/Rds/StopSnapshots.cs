using System.Collections.Concurrent;
using System.Collections.Immutable;
using Amazon.RDS;
using Amazon.RDS.Model;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Rds;

/// <summary>The snapshots that stops take, and the old ones of the same names that have to go before.</summary>
internal sealed class StopSnapshots(IAmazonRDS client, string stackName)
{
    private readonly ConcurrentDictionary<string, string> _lost = new(StringComparer.Ordinal);

    public string NameFor(string id) => SnapshotName.Of(stackName, id);

    /// <summary>Deletes the instance's old snapshot where there is one; or says why it was kept, and the stop must not be tried.</summary>
    public async Task<Problem?> MakeWayAsync(string id, DatabaseCalls calls, RunDeadline deadline)
    {
        var name = NameFor(id);
        if (await FindAsync(name, calls, deadline) is not { } old)
            return null;
        // Looked at again: a stop that is bound to be refused must not cost the snapshot.
        var instances = await calls.PrepareAsync("DescribeDBInstances",
            token => client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = id }, token), deadline);
        if (instances.DBInstances is not [var instance])
            return null;
        if (!IsOf(instance, old))
            return new Problem(
                "SnapshotNameTaken",
                $"not stopped: its snapshot would be called {name}, as one of another database, {old.DBInstanceIdentifier}, "
                    + "or of an earlier one of this name is already",
                [id],
                "keep that snapshot by copying it under another name, then delete it; or switch create_rds_snapshot off",
                IsStanding: true)
            { Severity = ProblemSeverity.Error };
        if (DatabaseStatus.StateOf(instance.DBInstanceStatus) != PowerState.Running)
            return new Problem(
                "NoLongerAvailable", $"not stopped, and its old snapshot {name} kept: it has become {instance.DBInstanceStatus}", [id],
                "tried again next run")
            { Severity = ProblemSeverity.Error };
        await DeleteAsync(id, name, calls, deadline);
        return null;
    }

    /// <summary>The problems of the stops, with the snapshots that were deleted for stops that did not come about.</summary>
    public ImmutableArray<Problem> WithLosses(ImmutableArray<Problem> problems) => [.. problems.Select(WithLosses)];

    private Problem WithLosses(Problem problem)
    {
        var lost = problem.Ids.Where(_lost.ContainsKey).Select(id => _lost[id]).ToImmutableArray();
        if (lost.IsEmpty)
            return problem;
        var remedy = "until the next stop these databases have no such snapshot: take one by hand where it matters";
        return problem with
        {
            Message = $"{problem.Message.TrimEnd('.')}; deleted just before, to make way for new ones: {string.Join(", ", lost)}",
            Remedy = problem.Remedy is null ? remedy : $"{problem.Remedy}; {remedy}",
        };
    }

    private async Task<DBSnapshot?> FindAsync(string name, DatabaseCalls calls, RunDeadline deadline)
    {
        var request = new DescribeDBSnapshotsRequest { DBSnapshotIdentifier = name, SnapshotType = "manual" };
        try
        {
            var answer = await calls.PrepareAsync("DescribeDBSnapshots",
                token => client.DescribeDBSnapshotsAsync(request, token), deadline);
            return answer.DBSnapshots?.Find(snapshot => snapshot.DBSnapshotIdentifier == name);
        }
        catch (AmazonRDSException failure) when (IsNotFound(failure))
        {
            return null;
        }
    }

    private async Task DeleteAsync(string id, string name, DatabaseCalls calls, RunDeadline deadline)
    {
        _lost[id] = name;
        try
        {
            await calls.PrepareAsync("DeleteDBSnapshot",
                token => client.DeleteDBSnapshotAsync(new DeleteDBSnapshotRequest { DBSnapshotIdentifier = name }, token), deadline);
        }
        catch (AmazonRDSException failure) when (IsNotFound(failure))
        {
            // Gone, by whomever: the stop may go on.
        }
        catch (Exception failure) when (AwsFailure.KindOf(failure) != FailureKind.Transient)
        {
            _lost.TryRemove(id, out _);
            throw;
        }
    }

    private static bool IsOf(DBInstance instance, DBSnapshot snapshot) =>
        snapshot.DBInstanceIdentifier == instance.DBInstanceIdentifier
        && (snapshot.DbiResourceId is null || instance.DbiResourceId is null || snapshot.DbiResourceId == instance.DbiResourceId);

    private static bool IsNotFound(Exception failure) => RdsError.CodeOf(failure) == "DBSnapshotNotFound";
}

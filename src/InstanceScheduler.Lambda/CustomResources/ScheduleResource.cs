using System.Collections.Immutable;
using System.Text;
using Amazon.DynamoDBv2.Model;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Aws.Retry;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Carries out a request for a schedule in a template. Its physical id is the schedule's name.</summary>
internal sealed partial class ScheduleResource(ResourceRequest request, StackItemTable table, ILogger logger)
{
    // Enough to know a late duplicate by.
    private const int RequestsKept = 10;
    private const int LongestToken = 36;

    // Of a range key, in bytes of which the names of periods need some: nothing longer can be stored, or asked for.
    private const int LongestKey = 1000;

    private readonly ItemOwner _owner = new(request.StackId, request.LogicalId);

    /// <summary>The id that a Create would give, for answers to one of which nobody knows how far it came.</summary>
    public string ExpectedId => DeclaredScheduleReader.TryNameOf(request, request.Properties) ?? $"{request.StackName}-{request.LogicalId}";

    public Task<ResourceResult> DoAsync(RunDeadline deadline) => request.RequestType switch
    {
        ResourceFields.Create or ResourceFields.Update => PutAsync(deadline),
        ResourceFields.Delete => DeleteAsync(deadline),
        var other => throw new ResourceRefusedException(
            $"{ResourceFields.RequestType} \"{other}\" is not known; known are {ResourceFields.Create}, {ResourceFields.Update}, {ResourceFields.Delete}"),
    };

    private async Task<ResourceResult> PutAsync(RunDeadline deadline)
    {
        var declared = DeclaredScheduleReader.Read(request);
        foreach (var remark in declared.Remarks)
            LogRemark(logger, request.LogicalId, request.StackName, remark);
        var name = declared.Schedule.Name;
        var isInPlace = name == request.PhysicalId;
        var stored = await ReadAsync(name, deadline);
        if (!stored.WasDoneBy(_owner, request.RequestId))
        {
            if (!isInPlace)
                await ClaimAsync(request.PhysicalId, deadline);
            await WriteAsync(declared, stored, isInPlace, deadline);
        }

        // The way back from a rename that failed, and of which it was not known how far it came.
        if (isInPlace && DeclaredScheduleReader.TryNameOf(request, request.OldProperties) is { } other && other != name)
            await RemoveAsync(await ReadAsync(other, deadline), item => item.IsOf(_owner), deadline);
        return new ResourceResult(name) { Data = ImmutableSortedDictionary<string, string>.Empty.Add(ScheduleProperties.Name, name) };
    }

    private async Task<ResourceResult> DeleteAsync(RunDeadline deadline)
    {
        var named = await ReadAsync(request.PhysicalId ?? "", deadline);
        if (await RemoveAsync(named, item => item.MayBeOf(_owner), deadline) is { } foreign)
            LogLeft(logger, request.LogicalId, request.StackName, foreign.Name, OwnerOf(foreign));
        // Where the answer to the Create was lost, CloudFormation invents an id; what was made stands under its own name.
        if (!named.Items.Any() && DeclaredScheduleReader.TryNameOf(request, request.Properties) is { } made && made != request.PhysicalId)
            await RemoveAsync(await ReadAsync(made, deadline), item => item.IsOf(_owner), deadline);
        return new ResourceResult(request.PhysicalId ?? ExpectedId);
    }

    // Items of v1.x name only the stack. Those under the old id are this resource's, and a rollback has to know them again.
    private async Task ClaimAsync(string? old, RunDeadline deadline)
    {
        if (old is null)
            return;
        var stored = await ReadAsync(old, deadline);
        await table.ClaimAsync(stored.Items.Where(item => item.Resource is null && item.MayBeOf(_owner)), _owner, deadline);
    }

    private async Task WriteAsync(DeclaredSchedule declared, StoredSchedule stored, bool isInPlace, RunDeadline deadline)
    {
        var rule = isInPlace ? OwnershipRule.NotAnothers : OwnershipRule.OwnOrNew;
        var kept = declared.Periods.Select(period => period.Name).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<StackWrite> writes =
        [
            StackWrite.Put(declared.Schedule, _owner, rule) with { Requests = [.. (stored.Schedule?.Requests ?? []).TakeLast(RequestsKept - 1), request.RequestId] },
            .. declared.Periods.Select(period => StackWrite.Put(period, _owner, rule)),
            .. stored.Periods.Where(period => !kept.Contains(period.Name) && IsDropped(period, stored, isInPlace)).Select(period => StackWrite.Delete(period, _owner, rule)),
        ];
        EnsureFits(writes.Length);
        try
        {
            // A duplicate that runs at the same time may have been first.
            if (await table.WriteAsync(writes, Token, deadline) is { } obstacle && !await IsDoneAsync(declared.Schedule.Name, deadline))
                throw Occupied(obstacle);
        }
        catch (IdempotentParameterMismatchException) when (!deadline.IsOver)
        {
            // The same request, carried out over another state of the table: by a duplicate.
            if (!await IsDoneAsync(declared.Schedule.Name, deadline))
                throw;
        }
    }

    private string? Token => request.RequestId.Length is > 0 and <= LongestToken ? request.RequestId : null;

    private bool IsDropped(OwnedItem period, StoredSchedule stored, bool isInPlace) => isInPlace
        ? period.MayBeOf(_owner) || (period.Stack is null && stored.Schedule?.Names(period.Name) == true)
        : period.IsOf(_owner);

    private async Task<bool> IsDoneAsync(string name, RunDeadline deadline) => (await ReadAsync(name, deadline)).WasDoneBy(_owner, request.RequestId);

    private async Task<StoredSchedule> ReadAsync(string name, RunDeadline deadline)
    {
        if (Encoding.UTF8.GetByteCount(name) is 0 or > LongestKey)
            return new StoredSchedule(null, []);
        var stored = await table.ReadAsync(name, PeriodName.Prefix(name), deadline);
        return stored with { Periods = [.. stored.Periods.Where(period => PeriodName.IsOf(name, period.Name))] };
    }

    // Gives a schedule of the name that is another's, and stays.
    private async Task<OwnedItem?> RemoveAsync(StoredSchedule stored, Func<OwnedItem, bool> isOwn, RunDeadline deadline)
    {
        var isForeign = stored.Schedule is { } schedule && !isOwn(schedule);
        // Periods that another's schedule names stay with it.
        OwnedItem[] own =
        [
            .. stored.Schedule is not null && !isForeign ? [stored.Schedule] : Array.Empty<OwnedItem>(),
            .. stored.Periods.Where(period => isOwn(period) && !(isForeign && stored.Schedule!.Names(period.Name))),
        ];
        foreach (var chunk in own.Chunk(StackItemTable.LargestTransaction))
            if (await table.WriteAsync([.. chunk.Select(item => StackWrite.Delete(item, _owner, OwnershipRule.NotAnothers))], token: null, deadline) is { } obstacle)
                throw new ResourceRefusedException($"{obstacle.Type} \"{obstacle.Name}\" was changed meanwhile, {OwnerOf(obstacle)}; try again");
        return isForeign ? stored.Schedule : null;
    }

    private static void EnsureFits(int items)
    {
        if (items > StackItemTable.LargestTransaction)
            throw new ResourceRefusedException(
                $"the change concerns {items} items, the schedule with its periods and those that go; one transaction of DynamoDB takes "
                + $"{StackItemTable.LargestTransaction}: declare at most {StackItemTable.LargestTransaction - 1} periods, or split the schedule");
    }

    private static ResourceRefusedException Occupied(OwnedItem obstacle) => new(
        $"{obstacle.Type} \"{obstacle.Name}\" exists already, {OwnerOf(obstacle)}; take another {ScheduleProperties.Name}, or delete it first");

    private static string OwnerOf(OwnedItem item) => item switch
    {
        { Stack: null } => "and no stack owns it",
        { Resource: null } => $"and belongs to stack \"{ResourceRequest.NameOf(item.Stack)}\" ({item.Stack})",
        _ => $"and belongs to {item.Resource} of stack \"{ResourceRequest.NameOf(item.Stack)}\" ({item.Stack})",
    };

    [LoggerMessage(EventName = "ResourceRemark", Level = LogLevel.Warning, Message = "{Resource} in stack {Stack}: {Remark}")]
    private static partial void LogRemark(ILogger logger, string resource, string stack, string remark);

    [LoggerMessage(EventName = "ScheduleLeft", Level = LogLevel.Warning,
        Message = "{Resource} in stack {Stack} is gone, but schedule \"{Schedule}\" stays: it exists {Owner}")]
    private static partial void LogLeft(ILogger logger, string resource, string stack, string schedule, string owner);
}

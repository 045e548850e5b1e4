using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Takes one instance through the types it lists: set, start, and the next when there is no capacity either.</summary>
internal sealed class PreferredTypeAttempt(StartOrder order, PowerCalls power, InstanceTypes types, AwsRetry retry)
{
    // No other type is begun with less time: the wanted one may have to be set again.
    private static readonly TimeSpan TimeToSetBack = TimeSpan.FromSeconds(10);

    private readonly string _wanted = PreferredTypeStart.WantedBy(order);
    private readonly List<string> _tried = [];
    private readonly List<(string Type, Problem Refusal)> _passedOver = [];
    private string _type = PreferredTypeStart.WantedBy(order);
    private ActionOutcome _starts = new();
    private string? _endedBy;

    public async Task<PreferredTypeStart> RunAsync(ImmutableArray<string> others, RunDeadline deadline)
    {
        foreach (var type in others)
        {
            _endedBy ??= WhyNoFurther(deadline);
            if (_endedBy is not null)
                break;
            if (await SetAsync(type, deadline) && await StartAsync(type, deadline))
                return Result(notSetBack: null);
        }

        var failure = _type == _wanted ? null : await types.TrySetAsync(order.Id, _wanted, deadline);
        if (failure is null)
            _type = _wanted;
        return Result(failure is null ? null : AwsFailure.CodeOf(failure));
    }

    private string? WhyNoFurther(RunDeadline deadline)
    {
        if (types.End is { } end)
            return end.Code;
        return deadline.IsOver || deadline.Left < TimeToSetBack ? AwsProblem.OutOfTimeCode : null;
    }

    private async Task<bool> SetAsync(string type, RunDeadline deadline)
    {
        if (await types.TrySetAsync(order.Id, type, deadline) is not { } failure)
        {
            _type = type;
            return true;
        }

        if (!AwsFailure.IsTemporary(failure))
        {
            PassOver(type, AwsProblem.Of($"{InstanceTypes.Operation} to {type}", failure, [order.Id]));
            return false;
        }

        // Nobody knows whether it is set.
        _type = type;
        _endedBy = AwsFailure.CodeOf(failure);
        return false;
    }

    /// <summary>Whether the start is under way: accepted, or perhaps so.</summary>
    private async Task<bool> StartAsync(string type, RunDeadline deadline)
    {
        var start = new BatchAction(Starting.Operation, retry, power.StartAsync);
        var outcome = await start.RunAsync([order.Id], deadline);
        var isUnderWay = !outcome.Accepted.IsEmpty || !outcome.Unknown.IsEmpty;
        _starts = _starts.And(isUnderWay ? outcome : outcome with { Problems = [] });
        if (isUnderWay || outcome.Problems is not [var refusal, ..])
            return isUnderWay;
        if (start.IsCutShort)
        {
            types.EndBy(refusal);
            _endedBy = refusal.Code;
            return false;
        }

        if (RefusalCodes.IsCapacity(refusal.Code))
            _tried.Add(type);
        else
            PassOver(type, refusal);
        return false;
    }

    private void PassOver(string type, Problem refusal)
    {
        if (RefusalCodes.IsOutdated(refusal.Code))
            _endedBy = refusal.Code;
        else
            _passedOver.Add((type, refusal));
    }

    private PreferredTypeStart Result(string? notSetBack) => new(order, _type)
    {
        Starts = _starts,
        Tried = [.. _tried],
        PassedOver = [.. _passedOver],
        EndedBy = _endedBy,
        NotSetBack = notSetBack,
    };
}

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>The power state of one instance. A transition under way is settled when somebody looks: no timer runs.</summary>
/// <remarks>Not thread-safe: its fleet guards it.</remarks>
internal sealed class InstancePower
{
    private readonly string _instanceId;
    private readonly PowerHistory _history;
    private DueTransition? _due;

    public InstancePower(string instanceId, PowerState state, DateTimeOffset since, PowerHistory history)
    {
        _instanceId = instanceId;
        _history = history;
        LaunchTime = since;
        Reason = state == PowerState.Stopped ? StateReason.UserShutdown(since) : null;
        Enter(state, since, PowerCause.Added);
    }

    public PowerState State { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset LaunchTime { get; private set; }

    /// <summary>Null where the instance was never started since it was added.</summary>
    public DateTimeOffset? LastStart { get; private set; }

    public StateReason? Reason { get; private set; }

    /// <summary>Whether it stays as it is until somebody acts: nothing is under way, and it is not on its way out of listings.</summary>
    public bool IsAtRest => _due is null && State != PowerState.Terminated;

    /// <summary>An instance that was added in transition goes on from there.</summary>
    public void GoOn(TransitionTimes times) => _due = State switch
    {
        PowerState.Pending => new DueTransition(PowerState.Running, Since + times.Start, PowerCause.Added, null),
        PowerState.Stopping => new DueTransition(PowerState.Stopped, Since + times.Stop, PowerCause.Added, StateReason.UserShutdown(Since)),
        PowerState.ShuttingDown =>
            new DueTransition(PowerState.Terminated, Since + times.Terminate, PowerCause.Added, StateReason.UserShutdown(Since)),
        _ => null,
    };

    /// <summary>Brings the state up to the instant.</summary>
    public void Settle(DateTimeOffset now)
    {
        if (_due is { } due && due.Time <= now)
        {
            _due = null;
            Reason = due.Reason;
            Enter(due.State, due.Time, due.Cause);
        }
    }

    /// <param name="failure">Set where the start is accepted and fails before the instance runs.</param>
    public void Start(DateTimeOffset now, TimeSpan duration, PowerCause cause, StateReason? failure)
    {
        LaunchTime = now;
        LastStart = now;
        Reason = null;
        Enter(PowerState.Pending, now, cause);
        _due = failure is null
            ? new DueTransition(PowerState.Running, now + duration, cause, null)
            : new DueTransition(PowerState.Stopped, now + duration, PowerCause.Fallback, failure);
        Settle(now);
    }

    public void Stop(DateTimeOffset now, TimeSpan duration, PowerCause cause, StateReason reason) =>
        End(PowerState.Stopping, PowerState.Stopped, now, duration, cause, reason);

    public void Terminate(DateTimeOffset now, TimeSpan duration) =>
        End(PowerState.ShuttingDown, PowerState.Terminated, now, duration, PowerCause.Human, StateReason.UserShutdown(now));

    private void End(PowerState through, PowerState to, DateTimeOffset now, TimeSpan duration, PowerCause cause, StateReason reason)
    {
        Reason = reason;
        Enter(through, now, cause);
        _due = new DueTransition(to, now + duration, cause, reason);
        Settle(now);
    }

    private void Enter(PowerState state, DateTimeOffset time, PowerCause cause)
    {
        (State, Since) = (state, time);
        _history.Add(new PowerTransition(_instanceId, time, state, cause));
    }

    private sealed record DueTransition(PowerState State, DateTimeOffset Time, PowerCause Cause, StateReason? Reason);
}

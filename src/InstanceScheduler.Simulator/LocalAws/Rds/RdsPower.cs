namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>The status of one database or cluster. What is due is settled when somebody looks: no timer runs.</summary>
/// <remarks>Members of a cluster follow its starts and stops. Not thread-safe: its region guards it.</remarks>
internal sealed class RdsPower
{
    private readonly RdsResource _resource;
    private readonly RdsPowerTimes _times;
    private readonly RdsHistory _history;
    private readonly RdsPower? _leader;
    private readonly List<RdsPower> _followers = [];
    private Due? _due;
    private Due? _interlude;
    private DateTimeOffset? _restart;

    public RdsPower(RdsResource resource, RdsPowerTimes times, DateTimeOffset since, RdsHistory history, RdsPower? leader)
    {
        (_resource, _times, _history, _leader) = (resource, times, history, leader);
        Enter(leader?.Status ?? resource.InitialStatus, since, RdsCause.Added);
        if (leader is null)
        {
            GoOn(RdsCause.Added, resource.InitialRestartTime ?? since + times.LongestStop);
        }
        else
        {
            leader._followers.Add(this);
        }
    }

    public string Status { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? AutomaticRestartTime => Status == RdsStatus.Stopped ? (_leader ?? this)._restart : null;

    /// <summary>Brings the status up to the instant.</summary>
    public void Settle(DateTimeOffset now)
    {
        _leader?.Settle(now);
        SettleAlone(now);
    }

    public void Start(DateTimeOffset now, RdsCause cause)
    {
        BeginStart(now, cause);
        Settle(now);
    }

    /// <param name="atLeast">The stop takes no less, whatever the usual time.</param>
    public void Stop(DateTimeOffset now, RdsCause cause, TimeSpan atLeast)
    {
        var end = now + (atLeast > _times.Stop ? atLeast : _times.Stop);
        _interlude = null;
        Change(RdsStatus.Stopping, now, cause);
        _due = _resource.StopFallsBack ? new Due(RdsStatus.Available, end, RdsCause.Fallback) : new Due(RdsStatus.Stopped, end, cause);
        Settle(now);
    }

    /// <summary>RDS's own doing. For good, members included; or for a while, then all goes on from where it was.</summary>
    public void Put(string status, DateTimeOffset now, TimeSpan? duration)
    {
        if (duration is { } limited)
        {
            _interlude = new Due(_interlude?.Status ?? Status, now + limited, RdsCause.Service);
            Enter(status, now, RdsCause.Service);
            return;
        }

        (_interlude, _due, _restart) = (null, null, null);
        Change(status, now, RdsCause.Service);
        GoOn(RdsCause.Service, now + _times.LongestStop);
        Settle(now);
    }

    private void SettleAlone(DateTimeOffset now)
    {
        while (Next() is { } next && next.Time <= now)
        {
            if (_interlude is not null)
            {
                _interlude = null;
                Enter(next.Status, next.Time, next.Cause);
            }
            else if (_due is not null)
            {
                _due = null;
                _restart = next.Status == RdsStatus.Stopped ? next.Time + _times.LongestStop : null;
                Change(next.Status, next.Time, next.Cause);
            }
            else
            {
                BeginStart(next.Time, next.Cause);
            }
        }
    }

    // What was due during an interlude comes right after it.
    private Due? Next()
    {
        var next = _interlude ?? _due;
        if (next is null && _restart is { } time)
        {
            next = new Due(RdsStatus.Starting, time, RdsCause.AutomaticRestart);
        }

        return next is null || next.Time >= Since ? next : next with { Time = Since };
    }

    private void BeginStart(DateTimeOffset now, RdsCause cause)
    {
        (_interlude, _restart) = (null, null);
        Change(RdsStatus.Starting, now, cause);
        var end = now + _times.Start;
        _due = _resource.FallsBack is { } status ? new Due(status, end, RdsCause.Fallback) : new Due(RdsStatus.Available, end, cause);
    }

    private void GoOn(RdsCause cause, DateTimeOffset restart)
    {
        _due = Status switch
        {
            RdsStatus.Starting => new Due(RdsStatus.Available, Since + _times.Start, cause),
            RdsStatus.Stopping => new Due(RdsStatus.Stopped, Since + _times.Stop, cause),
            _ => null,
        };
        _restart = Status == RdsStatus.Stopped ? restart : null;
    }

    private void Change(string status, DateTimeOffset time, RdsCause cause)
    {
        Enter(status, time, cause);
        foreach (var follower in _followers)
        {
            follower.SettleAlone(time);
            (follower._interlude, follower._due, follower._restart) = (null, null, null);
            follower.Enter(status, time, cause);
        }
    }

    private void Enter(string status, DateTimeOffset time, RdsCause cause)
    {
        (Status, Since) = (status, time);
        _history.Add(new RdsTransition(_resource, time, status, cause));
    }

    private sealed record Due(string Status, DateTimeOffset Time, RdsCause Cause);
}

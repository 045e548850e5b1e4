using System.Collections.Concurrent;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>The instances of one account in one region. Each method is atomic.</summary>
internal sealed class FleetRegion(string account, string region, TransitionTimes times, PowerHistory history, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FleetMember> _byId = new(StringComparer.Ordinal);
    private readonly TagIndex _index = new();
    private readonly ConcurrentDictionary<string, bool> _denied = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _exhausted = new(StringComparer.Ordinal);

    public string Account => account;

    public string Name => region;

    public void Add(LocalInstance instance, long sequence)
    {
        var power = new InstancePower(instance.Id, instance.InitialState, time.GetUtcNow(), history);
        power.GoOn(times);
        var member = new FleetMember(instance, this, sequence, power);
        lock (_gate)
        {
            instance.Member = member;
            _byId.Add(instance.Id, member);
            _index.Add(member);
        }
    }

    public void Deny(string action) => _denied[action] = true;

    public void Allow(string action) => _denied.TryRemove(action, out _);

    public bool Denies(string action) => _denied.ContainsKey(action);

    public void Exhaust(string type) => _exhausted[type] = true;

    public void Restock(string type) => _exhausted.TryRemove(type, out _);

    public bool IsExhausted(string type) => _exhausted.ContainsKey(type);

    public InstanceView View(FleetMember member)
    {
        lock (_gate)
        {
            return ViewSettled(member, time.GetUtcNow());
        }
    }

    /// <summary>The instances of a page: those after the place that match, at most so many, and whether more follow.</summary>
    public (IReadOnlyList<InstanceView> Views, bool More) List(InstanceQuery query, long after, int limit)
    {
        var views = new List<InstanceView>();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var member in _index.From(query.IndexedTagKey, after))
            {
                if (IsGone(member, now) || !query.Matches(member))
                {
                    continue;
                }

                if (views.Count == limit)
                {
                    return (views, true);
                }

                views.Add(ViewSettled(member, now));
            }
        }

        return (views, false);
    }

    /// <summary>Of the instances with these ids those that match.</summary>
    public IReadOnlyList<InstanceView> Get(IReadOnlyList<string> ids, InstanceQuery query) =>
        Change(ids, (members, now) => members.Where(query.Matches).Select(m => ViewSettled(m, now)).ToArray());

    /// <summary>Looks the ids up, then acts on them as one step. Fails as AWS does if any is unknown.</summary>
    public T Change<T>(IReadOnlyList<string> ids, Func<IReadOnlyList<FleetMember>, DateTimeOffset, T> act)
    {
        if (ids.FirstOrDefault(id => !Ec2Fleet.IsInstanceId(id)) is { } malformed)
        {
            throw InstanceErrors.Malformed(malformed);
        }

        lock (_gate)
        {
            var now = time.GetUtcNow();
            var unknown = ids
                .Where(id => !_byId.TryGetValue(id, out var member) || IsGone(member, now))
                .Distinct(StringComparer.Ordinal)
                .ToArray();
            return unknown.Length > 0 ? throw InstanceErrors.NotFound(unknown) : act([.. ids.Select(id => _byId[id])], now);
        }
    }

    /// <summary>Within <see cref="Change{T}"/> only.</summary>
    public void Start(FleetMember member, DateTimeOffset now, PowerCause cause)
    {
        var instance = member.Instance;
        var failure = instance.FallsBack is { } code
            ? StateReason.Fallback(code, instance.FallbackShowsTime ? now + times.Start : null)
            : null;
        member.Power.Start(now, times.Start, cause, failure);
    }

    /// <summary>Within <see cref="Change{T}"/> only.</summary>
    public void Stop(FleetMember member, DateTimeOffset now, PowerCause cause, StateReason reason) =>
        member.Power.Stop(now, times.Stop, cause, reason);

    public bool CanHibernate(FleetMember member, DateTimeOffset now) =>
        member.Power.LastStart is not { } start || start + times.HibernationReady <= now;

    public void Terminate(string id) => Change([id], (members, now) =>
    {
        if (members[0].Power.State is not (PowerState.ShuttingDown or PowerState.Terminated))
        {
            members[0].Power.Terminate(now, times.Terminate);
        }

        return true;
    });

    public void SetTag(string id, string key, string? value) => Change([id], (members, _) =>
    {
        Retag(members[0], key, value);
        return true;
    });

    /// <summary>Within <see cref="Change{T}"/> only.</summary>
    public void Retag(FleetMember member, string key, string? value)
    {
        var had = member.Tags.ContainsKey(key);
        member.Tags = value is null ? member.Tags.Remove(key) : member.Tags.SetItem(key, value);
        _index.Update(member, key, had, has: value is not null);
    }

    public void SettleAll()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var member in _byId.Values)
            {
                member.Power.Settle(now);
            }
        }
    }

    private bool IsGone(FleetMember member, DateTimeOffset now)
    {
        member.Power.Settle(now);
        return member.Power.State == PowerState.Terminated && member.Power.Since + times.TerminatedListed <= now;
    }

    private static InstanceView ViewSettled(FleetMember member, DateTimeOffset now)
    {
        var power = member.Power;
        power.Settle(now);
        return new InstanceView(member.Instance, member.Sequence, power.State, member.Type, power.LaunchTime, power.Reason, member.Tags);
    }
}

using System.Collections.Concurrent;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>The instances of one account in one region. Each method is atomic.</summary>
/// <param name="account">The account.</param>
/// <param name="region">The region.</param>
/// <param name="options">How long transitions take, and whether pages are kept.</param>
/// <param name="history">Gets every transition.</param>
/// <param name="time">The clock.</param>
internal sealed class FleetRegion(string account, string region, LocalAwsOptions options, PowerHistory history, TimeProvider time)
{
    private readonly TransitionTimes _times = options.TransitionTimes;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WrittenPage> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FleetMember> _byId = new(StringComparer.Ordinal);
    private readonly TagIndex _index = new();
    private readonly ConcurrentDictionary<string, bool> _denied = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _exhausted = new(StringComparer.Ordinal);
    private long _version;

    public string Account => account;

    public string Name => region;

    /// <summary>Whether pages of listings are kept as they were written.</summary>
    public bool KeepsPages => options.KeepsPages;

    public void Add(LocalInstance instance, long sequence)
    {
        var power = new InstancePower(instance.Id, instance.InitialState, time.GetUtcNow(), history);
        power.GoOn(_times);
        var member = new FleetMember(instance, this, sequence, power);
        lock (_gate)
        {
            Outdate();
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
    public InstancePage List(InstanceQuery query, long after, int limit)
    {
        var views = new List<InstanceView>();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var isAtRest = true;
            foreach (var member in _index.From(query.IndexedTagKey, after))
            {
                var isGone = IsGone(member, now);
                isAtRest &= member.Power.IsAtRest;
                if (isGone || !query.Matches(member))
                {
                    continue;
                }

                if (views.Count == limit)
                {
                    return new InstancePage(views, More: true, isAtRest ? _version : null);
                }

                views.Add(ViewSettled(member, now));
            }

            return new InstancePage(views, More: false, isAtRest ? _version : null);
        }
    }

    /// <summary>The page that was kept under a key; null: none, or something changed since.</summary>
    public WrittenPage? Written(string key)
    {
        lock (_gate)
        {
            return _written.GetValueOrDefault(key);
        }
    }

    /// <summary>Keeps a page until something changes.</summary>
    /// <param name="key">What was asked.</param>
    /// <param name="page">What was answered.</param>
    /// <param name="version">Of the region, when the page was made; null: the page is soon another one.</param>
    public void Keep(string key, WrittenPage page, long? version)
    {
        lock (_gate)
        {
            if (version == _version)
            {
                _written[key] = page;
            }
        }
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
            Outdate();
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
            ? StateReason.Fallback(code, instance.FallbackShowsTime ? now + _times.Start : null)
            : null;
        member.Power.Start(now, _times.Start, cause, failure);
    }

    /// <summary>Within <see cref="Change{T}"/> only.</summary>
    public void Stop(FleetMember member, DateTimeOffset now, PowerCause cause, StateReason reason) =>
        member.Power.Stop(now, _times.Stop, cause, reason);

    public bool CanHibernate(FleetMember member, DateTimeOffset now) =>
        member.Power.LastStart is not { } start || start + _times.HibernationReady <= now;

    public void Terminate(string id) => Change([id], (members, now) =>
    {
        if (members[0].Power.State is not (PowerState.ShuttingDown or PowerState.Terminated))
        {
            members[0].Power.Terminate(now, _times.Terminate);
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

    private void Outdate()
    {
        _version++;
        _written.Clear();
    }

    private bool IsGone(FleetMember member, DateTimeOffset now)
    {
        member.Power.Settle(now);
        return member.Power.State == PowerState.Terminated && member.Power.Since + _times.TerminatedListed <= now;
    }

    private static InstanceView ViewSettled(FleetMember member, DateTimeOffset now)
    {
        var power = member.Power;
        power.Settle(now);
        return new InstanceView(member.Instance, member.Sequence, power.State, member.Type, power.LaunchTime, power.Reason, member.Tags);
    }
}

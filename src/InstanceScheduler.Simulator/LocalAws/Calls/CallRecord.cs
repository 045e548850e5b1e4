using System.Collections;
using System.Collections.Immutable;

namespace InstanceScheduler.Simulator.LocalAws.Calls;

/// <summary>The calls so far, in the order in which they were carried out: the latest in full, all of them as totals.</summary>
internal sealed class CallRecord(int kept) : IEnumerable<LocalCall>
{
    private readonly Lock _gate = new();
    private readonly Queue<LocalCall> _latest = new();
    private readonly Dictionary<CallKind, CallTotal> _totals = [];

    public ImmutableArray<LocalCall> Latest
    {
        get
        {
            lock (_gate)
            {
                return [.. _latest];
            }
        }
    }

    public ImmutableDictionary<CallKind, CallTotal> Totals
    {
        get
        {
            lock (_gate)
            {
                return _totals.ToImmutableDictionary();
            }
        }
    }

    /// <summary>All calls of a service, or of one of its operations, failed ones included.</summary>
    public long Count(string service, string? operation = null)
    {
        lock (_gate)
        {
            return _totals
                .Where(t => t.Key.Service == service && (operation is null || t.Key.Operation == operation))
                .Sum(t => t.Value.Calls);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _latest.Clear();
            _totals.Clear();
        }
    }

    public IEnumerator<LocalCall> GetEnumerator() => Latest.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(LocalCall call)
    {
        var kind = new CallKind(call.Service, call.Operation, call.ErrorCode);
        lock (_gate)
        {
            var total = _totals.GetValueOrDefault(kind);
            _totals[kind] = new CallTotal(total.Calls + 1, total.Items + call.ItemCount);
            if (kept <= 0)
            {
                return;
            }

            _latest.Enqueue(call);
            if (_latest.Count > kept)
            {
                _latest.Dequeue();
            }
        }
    }
}

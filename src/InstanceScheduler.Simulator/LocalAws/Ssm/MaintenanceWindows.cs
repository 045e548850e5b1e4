using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>The maintenance windows of all accounts and regions, and what their owners do at the console. Each method is atomic.</summary>
internal sealed class MaintenanceWindows(LocalAwsOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LocalMaintenanceWindow> _byId = new(StringComparer.Ordinal);
    private long _sequence;

    /// <summary>In the order in which they were added.</summary>
    public ImmutableArray<LocalMaintenanceWindow> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _byId.Values.OrderBy(w => w.Sequence)];
            }
        }
    }

    internal DeniedActions Denied { get; } = new();

    public LocalMaintenanceWindow this[string id]
    {
        get
        {
            lock (_gate)
            {
                return Find(id);
            }
        }
    }

    /// <summary>Makes a window; gives it as it is stored, with its id, account and region.</summary>
    public LocalMaintenanceWindow Add(LocalMaintenanceWindow window)
    {
        lock (_gate)
        {
            var sequence = ++_sequence;
            var stored = LocalMaintenanceWindow.Checked(window with
            {
                Id = window.Id.Length > 0 ? window.Id : $"mw-{sequence:x17}",
                Account = window.Account ?? options.HubAccount,
                Region = window.Region ?? options.HubRegion,
                Created = time.GetUtcNow(),
                Sequence = sequence,
            });
            return _byId.TryAdd(stored.Id, stored)
                ? stored
                : throw new ArgumentException($"There is a maintenance window '{stored.Id}' already; ids are unique.", nameof(window));
        }
    }

    /// <summary>Edits a window: <c>Change(id, w =&gt; w with { Enabled = false })</c>. Its id and place stay.</summary>
    public LocalMaintenanceWindow Change(string id, Func<LocalMaintenanceWindow, LocalMaintenanceWindow> edit)
    {
        lock (_gate)
        {
            var old = Find(id);
            var edited = edit(old) with { Id = old.Id, Account = old.Account, Region = old.Region, Sequence = old.Sequence };
            return _byId[id] = LocalMaintenanceWindow.Checked(edited);
        }
    }

    /// <summary>False where there is no such window.</summary>
    public bool Remove(string id)
    {
        lock (_gate)
        {
            return _byId.Remove(id);
        }
    }

    /// <summary>From now on nobody may do this there: <c>ssm:DescribeMaintenanceWindows</c>.</summary>
    public void Deny(string account, string region, string action) => Denied.Deny(account, region, action);

    public void Allow(string account, string region, string action) => Denied.Allow(account, region, action);

    private LocalMaintenanceWindow Find(string id) => _byId.TryGetValue(id, out var window)
        ? window
        : throw new KeyNotFoundException($"There is no maintenance window '{id}' among {_byId.Count}; add it first.");
}

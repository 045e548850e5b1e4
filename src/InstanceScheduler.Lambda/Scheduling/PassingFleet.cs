using InstanceScheduler.Aws.Services;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>What a run keeps of a listing while its pages pass by: who was there, and the few instances that are needed later.</summary>
/// <param name="configuration">Tells which schedules use windows of Systems Manager.</param>
/// <param name="usesWindows">Whether such windows count here.</param>
/// <param name="problems">Problems of the run so far.</param>
internal sealed class PassingFleet(SchedulerConfiguration configuration, bool usesWindows, ProblemList problems)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<ManagedInstance> _waiting = [];
    private readonly List<ManagedInstance> _informed = [];

    /// <summary>Whether an id that is missing is known to be gone, and not just unseen.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Ids that were seen.</summary>
    public IReadOnlySet<string> Ids => _ids;

    /// <summary>How many have a schedule.</summary>
    public int Managed { get; private set; }

    /// <summary>How many of those run.</summary>
    public int Running { get; private set; }

    /// <summary>Those whose schedule uses a window of Systems Manager, which is asked for once it is known who needs it.</summary>
    public IReadOnlyList<ManagedInstance> Waiting => _waiting;

    /// <summary>Those that something is wrong with, or whose tags say so: the tags may have to change.</summary>
    public IReadOnlyList<ManagedInstance> Informed => _informed;

    /// <summary>Gives those of a page that can be decided on at once.</summary>
    public IEnumerable<ManagedInstance> Pass(ServiceListing page)
    {
        IsComplete &= page.IsComplete;
        foreach (var instance in page.Instances)
        {
            // One that moved from an earlier page to this is decided on already.
            if (!_ids.Add(instance.Id))
                continue;
            Count(instance);
            if (usesWindows && instance.Schedule is { } name && configuration.WindowOf(name) is not null)
            {
                _waiting.Add(instance);
                continue;
            }

            yield return instance;
            Keep(instance);
        }
    }

    /// <summary>Gives those that waited.</summary>
    public IEnumerable<ManagedInstance> PassWaiting()
    {
        foreach (var instance in _waiting)
        {
            yield return instance;
            Keep(instance);
        }
    }

    private void Count(ManagedInstance instance)
    {
        if (instance.Schedule is null)
            return;
        Managed++;
        Running += instance.State == PowerState.Running ? 1 : 0;
    }

    private void Keep(ManagedInstance instance)
    {
        if (instance.Information is not { Error: null, ErrorMessage: null } || problems.IsAbout(instance.Id))
            _informed.Add(instance);
    }
}

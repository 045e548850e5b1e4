using System.Globalization;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Explaining;

/// <summary>The words of one language, and the order in which it puts them.</summary>
internal abstract class Phrasebook
{
    /// <summary>That there is no such instance.</summary>
    public abstract string Missing(MissingStory story);

    /// <summary>That an instance is left alone, and why.</summary>
    public abstract string LeftAlone(LeftAloneStory story);

    /// <summary>What a managed instance is and will be.</summary>
    public string Managed(ManagedStory story) => Join(
    [
        story.Decision is { } decision ? Judged(story, decision) : InTransition(story),
        .. story.Pending is { } pending ? [Pending(pending, story.Schedule.Zone)] : (string[])[],
        .. story.Trouble is { } trouble ? [Trouble(trouble)] : (string[])[],
        story.Next switch
        {
            null => NothingNext,
            { Run: ActingRun.Arrival } next => Arrives(next, story.Schedule.Zone),
            { Run: ActingRun.Following } next => Follows(next, isOnItsWay: story.Decision is null),
            var next => Next(next, story.Schedule),
        },
        .. story.IsDryRun ? [DryRun] : (string[])[],
    ]);

    /// <summary>That no action is due.</summary>
    protected abstract string NothingNext { get; }

    /// <summary>That nothing of it is done.</summary>
    protected abstract string DryRun { get; }

    /// <summary>Makes a sentence of its parts.</summary>
    protected abstract string Join(IEnumerable<string> parts);

    /// <summary>That it is on its way, and what is wanted of it.</summary>
    protected abstract string InTransition(ManagedStory story);

    /// <summary>What earlier runs asked for.</summary>
    protected abstract string Pending(PendingWish pending, DateTimeZone zone);

    /// <summary>What keeps AWS from starting or stopping it.</summary>
    protected abstract string Trouble(string trouble);

    /// <summary>What the first run does that finds it arrived.</summary>
    protected abstract string Arrives(NextAction next, DateTimeZone zone);

    /// <summary>What the run after the coming one does or, on its way, after the first that finds it arrived.</summary>
    protected abstract string Follows(NextAction next, bool isOnItsWay);

    /// <summary>What comes next.</summary>
    protected abstract string Next(NextAction next, Schedule schedule);

    /// <summary>That the next run acts, and why.</summary>
    protected abstract string Acts(ManagedStory story, Decision decision);

    /// <summary>That it is as wanted, and why that is wanted.</summary>
    protected abstract string AsWanted(ManagedStory story, Decision decision);

    /// <summary>That nothing is wanted.</summary>
    protected abstract string NoWish(ManagedStory story, Decision decision);

    /// <summary>That it is otherwise than wanted, and why that is so.</summary>
    protected abstract string Respected(ManagedStory story, Decision decision);

    /// <summary>A moment on a clock.</summary>
    protected static string Moment(Instant instant, DateTimeZone zone) => instant.InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string Judged(ManagedStory story, Decision decision)
    {
        if (decision.Action != ScheduledAction.None)
            return Acts(story, decision);
        if (story.Desired == DesiredState.Any)
            return NoWish(story, decision);
        var isAsWanted = story.Desired == (story.State == ActualState.Running ? DesiredState.Running : DesiredState.Stopped);
        return isAsWanted ? AsWanted(story, decision) : Respected(story, decision);
    }
}

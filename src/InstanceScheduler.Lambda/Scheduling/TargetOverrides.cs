using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Lambda.Scheduling;

/// <summary>Tells which override holds for an instance: one of the configuration, or its own tag.</summary>
/// <param name="configuration">The overrides, and how far ahead the end of a tag may be.</param>
/// <param name="target">Where the instances are.</param>
/// <param name="instant">The instant to decide for.</param>
/// <param name="problems">Gets the tags that are ignored.</param>
internal sealed class TargetOverrides(SchedulerConfiguration configuration, Target target, Instant instant, ProblemList problems)
{
    private readonly string _tagKey = OverrideTag.KeyFor(configuration.Settings.TagName);

    /// <summary>The override that decides; null: none holds.</summary>
    public TimedOverride? HeldFor(Schedule schedule, ManagedInstance instance)
    {
        var tag = instance.OverrideTag is { } text ? Read(text, instance.Id, schedule.Zone) : null;
        return tag is null && configuration.Overrides.IsEmpty ? null
            : configuration.Overrides.Find(SubjectOf(schedule, instance), instant, tag);
    }

    /// <summary>The instance, as far as overrides are about it.</summary>
    public OverrideSubject SubjectOf(Schedule schedule, ManagedInstance instance) =>
        new(target.Service, target.Account, target.Region, instance.Id, schedule.Name);

    /// <summary>What the instance's tag says, for any time: it holds from when its end is near enough. Null where there is none, or it cannot be read.</summary>
    public TimedOverride? TagOf(Schedule schedule, ManagedInstance instance) =>
        instance.OverrideTag is { } text && OverrideTag.TryParse(_tagKey, text, instance.Id, schedule.Zone) is { } tag
            ? tag with { Begin = tag.End - configuration.Settings.MaxOverride }
            : null;

    private TimedOverride? Read(string text, string id, DateTimeZone zone)
    {
        if (OverrideTag.TryParse(_tagKey, text, id, zone) is not { } tag)
        {
            problems.AddStanding("OverrideUnreadable", $"tag {_tagKey}: \"{text}\" cannot be read; it is ignored", id,
                $"write it as {OverrideTag.Examples}", ProblemSeverity.Warning);
            return null;
        }

        var most = configuration.Settings.MaxOverride;
        if (tag.End - instant <= most)
            return tag;
        problems.AddStanding("OverrideTooLong", $"tag {_tagKey}: \"{text}\" ends more than {DurationText.Format(most)} ahead; it is ignored until then", id,
            "choose an earlier end, make the override with scheduler-cli, or raise max_override of config \"scheduler\"", ProblemSeverity.Warning);
        return null;
    }
}

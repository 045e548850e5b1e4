using System.Collections.Immutable;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Previews;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>A target as a run would see it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Instances">Its instances by id, those that are gone left out. What is ignored of them is told at once.</param>
/// <param name="Configuration">Schedules and settings.</param>
/// <param name="States">What is remembered.</param>
/// <param name="Windows">Its maintenance windows.</param>
/// <param name="Overrides">The overrides that are about its instances.</param>
/// <param name="Judge">Tells what is right for an instance now.</param>
/// <param name="Service">What its service can do, and tells.</param>
/// <param name="Lead">How long before its begin a window of Systems Manager counts as open.</param>
internal sealed record TargetView(
    Target Target, ImmutableArray<ManagedInstance> Instances, SchedulerConfiguration Configuration, InstanceStates States, TargetWindows Windows,
    TargetOverrides Overrides, InstanceJudge Judge, IInstanceService Service, Duration Lead)
{
    /// <summary>What is known of each instance.</summary>
    public ImmutableArray<InstanceInsight> Insights { get; } = [.. Instances.Select(instance => InstanceInsight.Of(Target, instance, States, Configuration, Judge))];

    /// <summary>What decides on an instance over time.</summary>
    /// <param name="instance">One of the instances.</param>
    /// <param name="schedule">Its schedule.</param>
    public Outlook OutlookFor(ManagedInstance instance, Schedule schedule) => new(schedule)
    {
        Overrides = Configuration.Overrides,
        Subject = Overrides.SubjectOf(schedule, instance),
        Tag = Overrides.TagOf(schedule, instance),
        WeeklyWindow = Windows.WeeklyOf(instance),
        DatedWindows = Windows.DatedOf(schedule),
        Lead = Lead,
    };
}

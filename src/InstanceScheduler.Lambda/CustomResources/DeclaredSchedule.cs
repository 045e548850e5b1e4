using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>A schedule as a template declares it.</summary>
/// <param name="Schedule">The item of the schedule.</param>
/// <param name="Periods">The items of its periods, which no other schedule has.</param>
/// <param name="Remarks">What was accepted and should be mended in the template.</param>
internal sealed record DeclaredSchedule(ConfigItem Schedule, ImmutableArray<ConfigItem> Periods, ImmutableArray<string> Remarks);

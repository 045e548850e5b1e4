using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Previews;
using NodaTime;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>preview</c>: every coming transition of a schedule, of all of them, or of an instance, with its reason. Nothing is done.</summary>
/// <param name="config">The configuration table.</param>
/// <param name="targets">The targets.</param>
/// <param name="clients">SDK clients.</param>
/// <param name="time">Clock that tells now.</param>
internal sealed class PreviewAction(ConfigAccess config, TargetAccess targets, AwsClients clients, TimeProvider time) : IAdminAction
{
    private const int MostTransitions = 20_000;

    private static readonly ImmutableArray<string> Places = [ActionParameters.Service, ActionParameters.Account, ActionParameters.Region];

    public string Name => "preview";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(
            PreviewRange.FromName, PreviewRange.ToName, ConfigAttributes.Schedule, ConfigAttributes.Instance,
            ActionParameters.Service, ActionParameters.Account, ActionParameters.Region, ActionParameters.Spans);
        var (schedule, instance) = (Given(request, ConfigAttributes.Schedule), Given(request, ConfigAttributes.Instance));
        if (schedule is not null && instance is not null)
            throw new ActionRefusedException($"error: {ConfigAttributes.Schedule} and {ConfigAttributes.Instance} exclude each other");
        if (instance is null && Places.FirstOrDefault(place => Given(request, place) is not null) is { } place)
            throw new ActionRefusedException($"error: {place} narrows where an instance is looked for; name one with {ConfigAttributes.Instance}, or leave {place} out");
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var configuration = ConfigurationReader.Read((await config.ReadAsync(request.Invocation)).Items);
        var clock = ZoneNames.Find(configuration.Settings.DefaultTimeZone) ?? DateTimeZone.Utc;
        var notes = new List<string>();
        ImmutableArray<Outlook> outlooks = instance is not null ? [await InstanceAsync(instance, request, configuration, now, notes)]
            : schedule is not null ? [Of(schedule, configuration)]
            : All(configuration, notes);

        // What has no offset is meant on the clock of what one looks at.
        var range = PreviewRange.Read(
            request.Text(PreviewRange.FromName), request.Text(PreviewRange.ToName), schedule is null && instance is null ? clock : outlooks[0].Schedule.Zone, now);
        var entries = outlooks.SelectMany(outlook => outlook.Between(range.From, range.To).Select(entry => (Outlook: outlook, Entry: entry))).Take(MostTransitions + 1).ToList();
        if (entries.Count > MostTransitions)
            throw new ActionRefusedException($"error: there are more than {MostTransitions} transitions; ask for fewer days, or for one schedule");
        PreviewJson.Write(answer, range, entries, request.IsTrue(ActionParameters.Spans) ? outlooks : null, notes);
    }

    private static string? Given(ActionRequest request, string name) => request.Text(name)?.Trim() is { Length: > 0 } text ? text : null;

    private static Outlook Of(string name, SchedulerConfiguration configuration) => configuration.ScheduleOf(name) is { } schedule
        ? new Outlook(schedule) { Overrides = configuration.Overrides }
        : throw new ActionRefusedException(configuration.IsIgnored(name)
            ? $"error: the tag value {name} says {ReservedTags.Explain(name)}"
            : $"error: {configuration.WhyUnusable(name)}");

    private static ImmutableArray<Outlook> All(SchedulerConfiguration configuration, List<string> notes)
    {
        notes.AddRange(configuration.Problems.Select(problem => problem.ToString()));
        return [.. configuration.Schedules.Keys.Order(StringComparer.Ordinal).Select(name => Of(name, configuration))];
    }

    private async Task<Outlook> InstanceAsync(string id, ActionRequest request, SchedulerConfiguration configuration, Instant now, List<string> notes)
    {
        var search = await new InstanceFinder(targets, clients, time).FindAsync(id, request, configuration, now);
        notes.AddRange(search.Problems);
        if (search.Found is not [var found])
            throw new ActionRefusedException(search.Found.IsEmpty
                ? $"not found: instance {id} with the tag {configuration.Settings.TagName} is in no target{Suggestion.Of(search.Meant)}; searched {Names(search.Searched)}"
                    + (search.Missed.IsEmpty ? "" : $", and could not search {Names(search.Missed)}")
                : $"error: {id} is in {Names(search.Found.Select(one => one.View.Target))}; narrow it by {ActionParameters.Account} or {ActionParameters.Region}");
        var (view, instance) = (found.View, found.Instance);
        if (InstanceInsight.WhyLeftAlone(instance, configuration) is { } why)
            throw new ActionRefusedException($"error: instance {id} is left alone: {why}");
        var schedule = configuration.ScheduleOf(instance.Schedule!)!;
        if (schedule is { UseMaintenanceWindow: true, SsmMaintenanceWindow: { } window } && !view.Windows.DatedOf(schedule).IsEmpty)
            notes.Add($"of the maintenance window \"{window}\" Systems Manager tells the next execution alone");
        return view.OutlookFor(instance, schedule);
    }

    private static string Names<T>(IEnumerable<T> targets) => string.Join(", ", targets) is { Length: > 0 } names ? names : "nothing";
}

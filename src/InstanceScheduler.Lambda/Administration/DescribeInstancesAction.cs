using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>describe-instances</c>: what carries the schedule tag, how it is, and what its schedule wants of it now. Nothing is done.</summary>
/// <param name="config">The configuration table.</param>
/// <param name="targets">The targets.</param>
/// <param name="clients">SDK clients.</param>
/// <param name="time">Clock that tells now.</param>
internal sealed class DescribeInstancesAction(ConfigAccess config, TargetAccess targets, AwsClients clients, TimeProvider time) : IAdminAction
{
    public const int MostInstances = 1000;

    // Whoever asks waits with a time-out of its own; the rest comes with the next answer.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    public string Name => "describe-instances";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(ActionParameters.Service, ActionParameters.Account, ActionParameters.Region, ActionParameters.Next);
        var token = InstanceToken.Parse(request.Text(ActionParameters.Next));
        var configuration = ConfigurationReader.Read((await config.ReadAsync(request.Invocation)).Items);
        var problems = new ProblemList();
        var asked = Rest(TargetFilter.Chosen(await targets.ListAsync(configuration.Settings, request.Invocation, problems), request), token);

        var insight = new TargetInsight(targets, clients, configuration, Instant.FromDateTimeOffset(time.GetUtcNow()));
        var start = time.GetTimestamp();
        var (instances, texts) = (new List<InstanceInsight>(), problems.All.Select(problem => problem.ToString()).ToList());
        InstanceToken? next = null;
        foreach (var target in asked)
        {
            if (instances.Count >= MostInstances || (target != asked[0] && time.GetElapsedTime(start) > LongestWait))
            {
                next = InstanceToken.Of(target, after: "");
                break;
            }

            var after = token is { } place && place.Target == HealthSource.Of(target).Key ? place.After : "";
            var found = ((await insight.TryLookAsync(target, request.Invocation, texts))?.Insights ?? []).Where(one => string.CompareOrdinal(one.Instance.Id, after) > 0).ToList();
            var room = MostInstances - instances.Count;
            instances.AddRange(found.Take(room));
            if (found.Count > room)
            {
                next = InstanceToken.Of(target, instances[^1].Instance.Id);
                break;
            }
        }

        InstancesJson.Write(answer, instances, texts.Distinct(StringComparer.Ordinal), next?.ToString());
    }

    private static ImmutableArray<Target> Rest(ImmutableArray<Target> chosen, InstanceToken? token)
    {
        if (token is not { } place)
            return chosen;
        ImmutableArray<Target> rest = [.. chosen.SkipWhile(target => HealthSource.Of(target).Key != place.Target)];
        return rest.IsEmpty
            ? throw new ActionRefusedException($"error: {ActionParameters.Next}: \"{place}\" is not a place in this list, or no longer; begin without one")
            : rest;
    }
}

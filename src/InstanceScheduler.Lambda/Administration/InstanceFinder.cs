using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Services.Ec2;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Looks for an instance in the targets in which it can be.</summary>
internal sealed class InstanceFinder(TargetAccess targets, AwsClients clients, TimeProvider time)
{
    private const int AtOnce = 8;
    private const string Ec2Prefix = "i-";

    // Whoever asks waits with a time-out of its own.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <param name="id">Its id, or the name of a database.</param>
    /// <param name="request">What is asked for: narrows the targets.</param>
    /// <param name="configuration">Schedules and settings.</param>
    /// <param name="now">What time it is.</param>
    public async Task<InstanceSearch> FindAsync(string id, ActionRequest request, SchedulerConfiguration configuration, Instant now)
    {
        var problems = new ProblemList();
        var all = await targets.ListAsync(configuration.Settings, request.Invocation, problems);
        var texts = problems.All.Select(problem => problem.ToString()).ToList();
        var asked = TargetFilter.Chosen(all, request).OrderBy(target => Rank(target, id));
        var insight = new TargetInsight(targets, clients, configuration, now);
        var (found, searched, missed, seen) = (new List<FoundInstance>(), new List<Target>(), new List<Target>(), new List<(string Id, string? Name)>());
        var start = time.GetTimestamp();
        foreach (var some in asked.Chunk(AtOnce))
        {
            // No two instances of EC2 have one id.
            if (found.Exists(one => one.View.Target.Service == Ec2Service.ServiceName))
                break;
            if (searched.Count > 0 && time.GetElapsedTime(start) > LongestWait)
            {
                missed.AddRange(some);
                continue;
            }

            var looks = some.Select(target => (Target: target, Texts: new List<string>())).ToList();
            var views = await Task.WhenAll(looks.Select(look => insight.TryLookAsync(look.Target, request.Invocation, look.Texts)));
            foreach (var (view, (target, said)) in views.Zip(looks))
            {
                (view is null ? missed : searched).Add(target);
                texts.AddRange(said);
                found.AddRange((view?.Insights ?? []).Where(insight => insight.Instance.Id == id).Select(insight => new FoundInstance(view!, insight)));
                seen.AddRange((view?.Instances ?? []).Select(instance => (instance.Id, instance.Name)));
            }
        }

        return new InstanceSearch([.. found], [.. searched], [.. missed], MeantBy(id, seen), [.. texts.Distinct(StringComparer.Ordinal)]);
    }

    // People know an instance by its name, of which there may be several.
    private static string? MeantBy(string text, List<(string Id, string? Name)> seen) =>
        seen.Where(one => string.Equals(one.Name, text, StringComparison.OrdinalIgnoreCase)).Select(one => one.Id).Order(StringComparer.Ordinal).FirstOrDefault()
        ?? Suggestion.Nearest(text, seen.Select(one => one.Id));

    // Where it most likely is comes first.
    private static int Rank(Target target, string id) =>
        (target.Service == Ec2Service.ServiceName) == id.StartsWith(Ec2Prefix, StringComparison.Ordinal) ? 0 : 1;
}

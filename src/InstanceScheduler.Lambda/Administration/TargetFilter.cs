using System.Collections.Immutable;
using InstanceScheduler.Aws;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Narrows the targets to those that somebody asks for by <c>service</c>, <c>account</c> and <c>region</c>.</summary>
internal static class TargetFilter
{
    private static readonly ImmutableArray<(string Parameter, Func<Target, string> ValueOf)> Filters =
    [
        (ActionParameters.Service, target => target.Service),
        (ActionParameters.Account, target => target.Account),
        (ActionParameters.Region, target => target.Region),
    ];

    /// <param name="all">The targets there are.</param>
    /// <param name="request">What is asked for.</param>
    /// <exception cref="ActionRefusedException">A parameter names what is not scheduled.</exception>
    public static ImmutableArray<Target> Chosen(ImmutableArray<Target> all, ActionRequest request)
    {
        var chosen = all;
        foreach (var (parameter, valueOf) in Filters)
        {
            if (request.Text(parameter) is not { Length: > 0 } wanted)
                continue;
            string[] scheduled = [.. all.Select(valueOf).Distinct(StringComparer.Ordinal)];
            if (!scheduled.Contains(wanted, StringComparer.Ordinal))
                throw new ActionRefusedException($"error: {parameter} \"{wanted}\" is not scheduled{Suggestion.For(wanted, scheduled)}; scheduled are {string.Join(", ", scheduled)}");
            chosen = chosen.RemoveAll(target => valueOf(target) != wanted);
        }

        return chosen;
    }
}

using InstanceScheduler.Templates.Tests.Policies;
using InstanceScheduler.Templates.Tests.Stacks;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>All that a role has to allow under a choice: what the scheduler calls, and what AWS does with the role.</summary>
internal static class Needs
{
    public static IReadOnlyList<RoleNeed> Of(RolePlan plan, StackChoice choice, ResourceName names)
    {
        var expansion = new Expansion(plan, choice, names);
        var calls = from call in RecordedCalls.All
                    where call.Caller == plan.Caller && Features.Happens(call, plan, choice)
                    from resource in expansion.Of(call.Resource)
                    select new RoleNeed(WithKeys(new PolicyRequest(call.Action, resource), call.Keys), call.Resource, null);
        var others = from row in AwsNeeds.Of(plan, choice)
                     from resource in expansion.Of(row.Resource)
                     select new RoleNeed(
                         row.Keys.Aggregate(new PolicyRequest(row.Action, resource), (request, key) => request.With(key.Key, expansion.Of(key.Value).Single())),
                         row.Resource,
                         row.Reason);
        return [.. calls, .. others];
    }

    private static PolicyRequest WithKeys(PolicyRequest request, string keys) => keys.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(key => key.Split('=', 2))
        .Aggregate(request, (with, key) => with.With(key[0], [.. key[1].Split('|').Select(value => value.Trim('{', '}'))]));
}

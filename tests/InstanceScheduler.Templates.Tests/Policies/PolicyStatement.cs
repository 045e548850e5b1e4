using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstanceScheduler.Templates.Tests.Policies;

/// <summary>One statement of a policy of a role.</summary>
/// <param name="Policy">Where it stands: the logical id of the policy.</param>
/// <param name="Sid">Its name; empty where it has none.</param>
/// <param name="IsAllow">False: a denial.</param>
/// <param name="Actions">With wildcards.</param>
/// <param name="Resources">With wildcards.</param>
/// <param name="Conditions">All have to hold.</param>
internal sealed record PolicyStatement(
    string Policy,
    string Sid,
    bool IsAllow,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Resources,
    IReadOnlyList<ConditionOperator> Conditions)
{
    private static readonly string[] Elements = ["Sid", "Effect", "Action", "Resource", "Condition"];

    /// <exception cref="PolicyException">It holds what is not known here.</exception>
    public static IEnumerable<PolicyStatement> ReadAll(string policy, JsonNode document)
    {
        if (document["Version"]?.GetValue<string>() != "2012-10-17")
            throw new PolicyException($"{policy} is of version '{document["Version"]}'; only 2012-10-17 is known.");
        return ListOf(document["Statement"]).Select(statement => Read(policy, statement));
    }

    public bool Applies(PolicyRequest request) =>
        Actions.Any(action => Wildcard.Matches(action, request.Action, StringComparison.OrdinalIgnoreCase))
        && Resources.Any(resource => Covers(resource, request.Resource))
        && Conditions.All(condition => condition.Holds(request));

    public override string ToString() => Sid.Length > 0 ? $"{Policy}/{Sid}" : Policy;

    // What knows no resources is covered by nothing less than all of them.
    private static bool Covers(string pattern, string resource) => pattern == "*" || (resource != "*" && Wildcard.MatchesArn(pattern, resource));

    private static PolicyStatement Read(string policy, JsonNode statement)
    {
        var members = statement.AsObject();
        if (members.Select(member => member.Key).Except(Elements, StringComparer.Ordinal).ToArray() is { Length: > 0 } unknown)
            throw new PolicyException($"{policy} has a statement with {string.Join(", ", unknown)}, which is not known here.");
        return new PolicyStatement(
            policy,
            members[nameof(Sid)]?.GetValue<string>() ?? "",
            members["Effect"]?.GetValue<string>() switch
            {
                "Allow" => true,
                "Deny" => false,
                var effect => throw new PolicyException($"{policy} has a statement with the effect '{effect}'."),
            },
            Texts(policy, members["Action"], "Action"),
            Texts(policy, members["Resource"], "Resource"),
            ConditionsOf(policy, members["Condition"]));
    }

    internal static IReadOnlyList<ConditionOperator> ConditionsOf(string policy, JsonNode? condition) =>
    [
        .. from entry in condition?.AsObject() ?? []
           from key in entry.Value!.AsObject()
           select new ConditionOperator(entry.Key, key.Key, Texts(policy, key.Value, $"{entry.Key}/{key.Key}")),
    ];

    private static string[] Texts(string policy, JsonNode? node, string what)
    {
        string[] texts = [.. ListOf(node).Select(value => value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw new PolicyException($"{policy}: {what} holds {value.ToJsonString()}, which is no text."))];
        return texts.Length > 0 ? texts : throw new PolicyException($"{policy} has a statement without {what}.");
    }

    private static IEnumerable<JsonNode> ListOf(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.OfType<JsonNode>(),
        _ => [node],
    };
}

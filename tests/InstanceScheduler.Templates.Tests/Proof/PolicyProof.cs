using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;
using InstanceScheduler.Templates.Tests.Policies;
using InstanceScheduler.Templates.Tests.Stacks;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>Holds a role against what it is needed for, over many choices of parameters: nothing is missing, nothing is there for nothing.</summary>
internal sealed class PolicyProof(RolePlan plan)
{
    private readonly SortedSet<string> _findings = new(StringComparer.Ordinal);

    // What a statement holds, and what of it was needed under some choice.
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _neededParts = new(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Run(RolePlan plan, Template template, IEnumerable<StackChoice> choices)
    {
        var proof = new PolicyProof(plan);
        foreach (var choice in choices)
            proof.Look(RenderedRole.Of(template, plan.LogicalId, choice), choice);
        return [.. proof._findings, .. proof._parts.Except(proof._neededParts).Select(part => $"{part} is never needed").Order(StringComparer.Ordinal)];
    }

    private void Look(RenderedRole role, StackChoice choice)
    {
        var needs = Needs.Of(plan, choice, role.Names);
        var forbidden = Forbidden.Of(plan, choice, role.Names).ToArray();
        foreach (var need in needs.Where(need => !role.Policies.Allows(need.Request)))
            _findings.Add($"{need.Request.Action} on {need.Shape} is needed and not allowed: {choice}");
        foreach (var request in forbidden.Where(role.Policies.Allows))
            _findings.Add($"{request.Action} is allowed and must not be: {request}: {choice}");
        foreach (var statement in role.Policies.Statements)
        {
            LookAtParts(statement, choice);
            if (statement.IsAllow)
                LookAtLeave(role.Policies, statement, needs, choice);
            else
                LookAtDenial(role.Policies, statement, forbidden, choice);
        }
    }

    private void LookAtParts(PolicyStatement statement, StackChoice choice)
    {
        foreach (var resource in statement.Resources)
        {
            if (resource == "*" && statement.Actions.FirstOrDefault(action => !OnlyReads(action)) is { } write)
                _findings.Add($"{statement} allows {write} on everything");
            else if (resource != "*" && !resource.StartsWith($"arn:{choice.Partition}:", StringComparison.Ordinal))
                _findings.Add($"{statement} names '{resource}', which is nothing of {choice.Partition}");
        }

        _parts.UnionWith(statement.Resources.Select((_, index) => Part(statement, index)));
    }

    // Each action under each choice, each resource under one at least: what no other statement would allow instead.
    private void LookAtLeave(PolicySet all, PolicyStatement statement, IReadOnlyList<RoleNeed> needs, StackChoice choice)
    {
        var others = all.Statements.Where(other => other != statement && other.IsAllow).ToArray();
        var only = needs.Where(need => statement.Applies(need.Request) && !others.Any(other => other.Applies(need.Request))).ToArray();
        foreach (var action in statement.Actions.Where(action => !only.Any(need => (statement with { Actions = [action] }).Applies(need.Request))))
            _findings.Add($"{statement} allows {action}, which nothing needs: {choice}");
        _neededParts.UnionWith(Indexes(statement)
            .Where(index => only.Any(need => !(statement with { Resources = Without(statement.Resources, index) }).Applies(need.Request)))
            .Select(index => Part(statement, index)));
    }

    private void LookAtDenial(PolicySet all, PolicyStatement statement, PolicyRequest[] forbidden, StackChoice choice)
    {
        bool Opens(PolicyStatement? left) => forbidden.Any(new PolicySet([.. all.Statements.Where(other => other != statement), .. left is null ? [] : new[] { left }]).Allows);
        foreach (var action in statement.Actions.Where((_, index) => !Opens(statement with { Actions = Without(statement.Actions, index) })))
            _findings.Add($"{statement} denies {action}, which nothing allows: {choice}");
        _neededParts.UnionWith(Indexes(statement)
            .Where(index => Opens(statement with { Resources = Without(statement.Resources, index) }))
            .Select(index => Part(statement, index)));
    }

    private static IEnumerable<int> Indexes(PolicyStatement statement) => Enumerable.Range(0, statement.Resources.Count);

    private static string[] Without(IReadOnlyList<string> list, int index) => [.. list.Where((_, other) => other != index)];

    // By its place: the names in it are another choice's other names.
    private static string Part(PolicyStatement statement, int index) => $"{statement} resource {index + 1}";

    private static bool OnlyReads(string action) =>
        action.Split(':')[^1] is var name && (name.StartsWith("Describe", StringComparison.Ordinal) || name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("List", StringComparison.Ordinal))
        && !action.Contains('*', StringComparison.Ordinal);
}

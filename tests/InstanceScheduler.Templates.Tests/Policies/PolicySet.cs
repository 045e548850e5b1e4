namespace InstanceScheduler.Templates.Tests.Policies;

/// <summary>All statements of a role: what none allows, or one denies, is refused.</summary>
internal sealed record PolicySet(IReadOnlyList<PolicyStatement> Statements)
{
    public bool Allows(PolicyRequest request) =>
        Statements.Any(statement => statement.IsAllow && statement.Applies(request))
        && !Statements.Any(statement => !statement.IsAllow && statement.Applies(request));
}

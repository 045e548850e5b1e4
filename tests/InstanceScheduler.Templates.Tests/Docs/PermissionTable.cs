using System.Text;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;
using InstanceScheduler.Simulator.LocalAws.Permissions;
using InstanceScheduler.Templates.Tests.Policies;
using InstanceScheduler.Templates.Tests.Proof;
using InstanceScheduler.Templates.Tests.Stacks;

namespace InstanceScheduler.Templates.Tests.Docs;

/// <summary>A role's statements with what needs them, as a table for people: everything that the template has is switched on.</summary>
internal static class PermissionTable
{
    public static string Of(RolePlan plan)
    {
        var choice = plan.FewChoices(StackChoice.Partitions[0].Region).First();
        var role = RenderedRole.Of(Template.Parse(Repository.TemplateText(plan.File)), plan.LogicalId, choice);
        var needs = Needs.Of(plan, choice, role.Names);
        var table = new StringBuilder("| statement | action | on | who calls it, or why AWS does |\n|---|---|---|---|\n");
        foreach (var statement in role.Policies.Statements)
        {
            foreach (var line in statement.IsAllow ? Leaves(plan, statement, needs) : Denials(statement))
                table.Append(line).Append('\n');
        }

        return table.ToString();
    }

    private static IEnumerable<string> Leaves(RolePlan plan, PolicyStatement statement, IReadOnlyList<RoleNeed> needs) =>
        from need in needs
        where statement.Applies(need.Request)
        group need by (need.Request.Action, On: Short(need.Shape)) into one
        let why = one.Select(need => need.Reason).OfType<string>().Distinct(StringComparer.Ordinal).Select(reason => $"AWS: {reason}")
        let callers = one.Where(need => need.Reason is null)
            .SelectMany(need => CallSites.Of(new CallShape(plan.Caller, need.Request.Action, need.Shape)))
            .Distinct(StringComparer.Ordinal).Select(caller => $"`{caller}`")
        select $"| {statement.Sid} | `{one.Key.Action}` | `{one.Key.On}` | {string.Join(", ", callers.Concat(why))} |";

    private static IEnumerable<string> Denials(PolicyStatement statement) => statement.Actions.Select(action =>
        $"| {statement.Sid} | **denied:** `{action}` | {string.Join(", ", statement.Resources.Select(resource => $"`{resource.Split(':', 6)[^1]}`"))} | nobody: the tags that say what is scheduled are people's |");

    // Account, region and partition are always the stack's own, or any region where a service is scheduled.
    private static string Short(string shape) => shape.Split(':', 6)[^1];
}

using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;
using InstanceScheduler.Templates.Tests.Policies;
using InstanceScheduler.Templates.Tests.Stacks;
using Xunit.Abstractions;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>The roles allow what the scheduler calls, and nothing else; no statement can go and none can come without being noticed.</summary>
public sealed class PolicyProofTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, RolePlan> Plans = new(StringComparer.Ordinal) { ["hub"] = RolePlan.Hub, ["remote"] = RolePlan.Remote };

    public static TheoryData<string> Roles => new() { "hub", "remote" };

    [Theory]
    [MemberData(nameof(Roles))]
    public void Under_every_choice_of_parameters_a_role_has_what_it_needs_and_no_more(string role)
    {
        var plan = Plans[role];
        StackChoice[] choices = [.. plan.AllChoices()];

        var findings = PolicyProof.Run(plan, Template.Parse(Repository.TemplateText(plan.File)), choices);

        output.WriteLine($"{choices.Length} choices");
        Assert.Empty(findings);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Without_any_one_statement_the_proof_fails(string role)
    {
        var count = 0;
        Assert.All(Mutations(role, (statements, index) => statements.RemoveAt(index)), mutation =>
        {
            count++;
            Assert.NotEmpty(FindingsOf(Plans[role], mutation.Template));
        });
        output.WriteLine($"{count} statements");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void With_any_statement_more_the_proof_fails(string role) =>
        Assert.All(Mutations(role, (statements, index) => statements.Insert(index, JsonNode.Parse(
            """{"Sid": "More", "Effect": "Allow", "Action": "ec2:DescribeImages", "Resource": "*"}"""))), mutation =>
            Assert.Contains(FindingsOf(Plans[role], mutation.Template), finding => finding.Contains("ec2:DescribeImages", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Roles))]
    public void With_any_action_more_the_proof_fails(string role) =>
        Assert.All(Mutations(role, (statements, index) => Extend(StatementIn(statements[index]!), "Action", "ec2:DescribeImages")), mutation =>
            Assert.Contains(FindingsOf(Plans[role], mutation.Template), finding => finding.Contains("ec2:DescribeImages", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Roles))]
    public void With_any_resource_more_the_proof_fails(string role) =>
        Assert.All(
            Mutations(role, (statements, index) => Extend(StatementIn(statements[index]!), "Resource", JsonNode.Parse("""{"Fn::Sub": "arn:${AWS::Partition}:glacier:*:*:vaults/*"}""")!)),
            mutation => Assert.NotEmpty(FindingsOf(Plans[role], mutation.Template)));

    [Theory]
    [MemberData(nameof(Roles))]
    public void Every_statement_has_a_name_of_its_own(string role)
    {
        var plan = Plans[role];
        var statements = RenderedRole.Of(Template.Parse(Repository.TemplateText(plan.File)), plan.LogicalId, plan.FewChoices("cn-north-1").First()).Policies.Statements;

        Assert.All(statements, statement => Assert.NotEmpty(statement.Sid));
        Assert.Distinct(statements.Select(statement => statement.Sid));
    }

    // The role of whose session the remote template's trust is asked, and what it sends along.
    [Theory]
    [InlineData("Scheduler-SchedulerRole-1A2B3C", "999999999999", null, "", "", true)]
    [InlineData("Admin", "999999999999", null, "", "", false)]
    [InlineData("Scheduler-SchedulerRole-1A2B3C", "888888888888", null, "", "", false)]
    [InlineData("My", "999999999999", null, "role/My", "", true)]
    [InlineData("Scheduler-SchedulerRole-1A2B3C", "999999999999", null, "role/My", "", false)]
    [InlineData("My", "999999999999", null, "role/My", "secret", false)]
    [InlineData("My", "999999999999", "wrong", "role/My", "secret", false)]
    [InlineData("My", "999999999999", "secret", "role/My", "secret", true)]
    [InlineData("Scheduler-SchedulerRole-1A2B3C", "999999999999", "unasked", "", "", true)]
    public void The_remote_role_trusts_the_hubs_role_only(string caller, string account, string? externalId, string wantedRole, string wantedId, bool expected)
    {
        var choice = RolePlan.Remote.FewChoices("cn-north-1").First()
            .With("SchedulerRoleArn", wantedRole.Length > 0 ? $"arn:aws-cn:iam::999999999999:{wantedRole}" : "")
            .With("ExternalId", wantedId);

        var trust = RenderedRole.Of(Template.Parse(Repository.TemplateText(Repository.Remote)), RolePlan.Remote.LogicalId, choice).Trust;

        Assert.Equal(expected, trust.Trusts($"arn:aws-cn:iam::{account}:role/{caller}", externalId));
        Assert.False(trust.TrustsService("lambda.amazonaws.com"));
    }

    [Fact]
    public void The_hubs_role_is_the_functions_alone()
    {
        var trust = RenderedRole.Of(Template.Parse(Repository.TemplateText(Repository.Hub)), RolePlan.Hub.LogicalId, RolePlan.Hub.FewChoices("cn-north-1").First()).Trust;

        Assert.True(trust.TrustsService("lambda.amazonaws.com"));
        Assert.False(trust.TrustsService("events.amazonaws.com"));
        Assert.False(trust.Trusts($"arn:aws-cn:iam::{RenderedRole.Account}:role/Scheduler-SchedulerRole-1A2B3C", null));
    }

    private static IReadOnlyCollection<string> FindingsOf(RolePlan plan, JsonNode template)
    {
        try
        {
            return PolicyProof.Run(plan, Template.Parse(template.ToJsonString()), plan.FewChoices("cn-north-1"));
        }
        catch (PolicyException failure)
        {
            return [failure.Message];
        }
    }

    /// <summary>The template once for each statement of the role, with that one changed.</summary>
    private static IEnumerable<(string Sid, JsonNode Template)> Mutations(string role, Action<JsonArray, int> change)
    {
        var plan = Plans[role];
        var text = Repository.TemplateText(plan.File);
        var places = Lists(JsonNode.Parse(text)!, plan).SelectMany((statements, list) => Enumerable.Range(0, statements.Count).Select(index => (list, index))).ToArray();
        Assert.NotEmpty(places);
        // Else each mutation would be found guilty of what was there before.
        Assert.Empty(FindingsOf(plan, JsonNode.Parse(text)!));
        foreach (var (list, index) in places)
        {
            var template = JsonNode.Parse(text)!;
            var statements = Lists(template, plan)[list];
            var sid = StatementIn(statements[index]!)["Sid"]!.GetValue<string>();
            change(statements, index);
            yield return (sid, template);
        }
    }

    private static List<JsonArray> Lists(JsonNode template, RolePlan plan)
    {
        var found = new List<JsonArray>();
        Collect(template["Resources"]![plan.LogicalId]!["Properties"]!["Policies"]!, found);
        return found;
    }

    private static void Collect(JsonNode node, List<JsonArray> found)
    {
        if (node is JsonObject members && members["Statement"] is JsonArray statements)
            found.Add(statements);
        foreach (var child in node switch { JsonObject parent => parent.Select(member => member.Value), JsonArray list => list, _ => [] })
        {
            if (child is JsonObject or JsonArray)
                Collect(child, found);
        }
    }

    // Many stand behind an Fn::If.
    private static JsonObject StatementIn(JsonNode node) => node["Fn::If"] is JsonArray choice ? choice[1]!.AsObject() : node.AsObject();

    private static void Extend(JsonObject statement, string member, JsonNode more)
    {
        var old = statement[member]!.DeepClone();
        statement[member] = old is JsonArray list ? list : new JsonArray(old);
        statement[member]!.AsArray().Add(more.DeepClone());
    }
}

using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;
using InstanceScheduler.Templates.Tests.Policies;

namespace InstanceScheduler.Templates.Tests.Stacks;

/// <summary>A role as a stack would make it, with all policies that hang on it.</summary>
internal sealed record RenderedRole(PolicySet Policies, TrustPolicy Trust, ResourceName Names)
{
    public const string Account = "123456789012";
    public const string StackName = "Scheduler-Production";

    public static RenderedRole Of(Template template, string logicalId, StackChoice choice)
    {
        var pseudo = new PseudoParameters(
            Account, choice.Region, StackName, $"arn:{choice.Partition}:cloudformation:{choice.Region}:{Account}:stack/{StackName}/1a2b3c");
        var resources = new SymbolicResources(template, pseudo);
        var stack = new StackTemplate(template, choice.Parameters, pseudo);
        var role = stack.PropertiesOf(stack.Resources.Single(resource => resource.LogicalId == logicalId), resources.Of);
        var inline = (role[nameof(Policies)]?.AsArray() ?? []).Select(policy => (policy!["PolicyName"]!.GetValue<string>(), policy["PolicyDocument"]!));
        var attached = stack.Resources.Where(resource => resource.Type == "AWS::IAM::Policy")
            .Select(resource => stack.PropertiesOf(resource, resources.Of))
            .Where(policy => policy["Roles"]!.AsArray().Any(name => JsonNode.DeepEquals(name, resources.Of(logicalId, null))))
            .Select(policy => (policy["PolicyName"]!.GetValue<string>(), policy["PolicyDocument"]!));
        return new RenderedRole(
            new PolicySet([.. inline.Concat(attached).SelectMany(policy => PolicyStatement.ReadAll(policy.Item1, policy.Item2))]),
            new TrustPolicy(role["AssumeRolePolicyDocument"]!),
            (logical, attribute) => resources.Of(logical, attribute).GetValue<string>());
    }
}

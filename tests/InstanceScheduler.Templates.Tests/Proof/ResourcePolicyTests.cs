using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;
using InstanceScheduler.Templates.Tests.Stacks;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>Who besides the roles may do something: services for this account's own resources, the account itself, and nobody without TLS.</summary>
public sealed class ResourcePolicyTests
{
    private static readonly Template Hub = Template.Parse(Repository.TemplateText(Repository.Hub));

    public static TheoryData<string> Regions => [.. StackChoice.Partitions.Select(partition => partition.Region)];

    [Theory]
    [MemberData(nameof(Regions))]
    public void A_service_is_let_in_for_this_account_or_one_resource_of_it(string region)
    {
        var statements = StatementsIn(region).Where(statement => Text(statement.Body["Effect"]) == "Allow" && statement.Body["Principal"]!["Service"] is not null).ToList();

        Assert.Equal(
            ["DeadLetterPolicy: events.amazonaws.com sqs:SendMessage", "TopicPolicy: cloudwatch.amazonaws.com sns:Publish"],
            statements.Select(statement => $"{statement.Id}: {Text(statement.Body["Principal"]!["Service"])} {Text(statement.Body["Action"])}").Order(StringComparer.Ordinal));
        Assert.All(statements, statement => Assert.NotEmpty(SourcesOf(statement.Body)));
        Assert.All(statements.SelectMany(statement => SourcesOf(statement.Body)), source => Assert.Contains(RenderedStack.Account, source, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void Whoever_else_is_let_in_is_the_account_itself(string region)
    {
        var partition = StackChoice.Partitions.Single(one => one.Region == region).Partition;
        var others = StatementsIn(region).Where(statement => Text(statement.Body["Effect"]) == "Allow" && !IsService(statement.Body["Principal"]));

        Assert.All(others, statement => Assert.Equal($"arn:{partition}:iam::{RenderedStack.Account}:root", Text(statement.Body["Principal"]!["AWS"])));
    }

    [Theory]
    [InlineData("TopicPolicy", "sns:Publish")]
    [InlineData("DeadLetterPolicy", "sqs:*")]
    public void Nobody_comes_without_TLS(string id, string action)
    {
        var denial = Assert.Single(StatementsIn("cn-north-1"), statement => statement.Id == id && Text(statement.Body["Effect"]) == "Deny").Body;

        Assert.Equal(("*", action), (Text(denial["Principal"]), Text(denial["Action"])));
        Assert.Equal("false", Text(denial["Condition"]!["Bool"]!["aws:SecureTransport"]));
        Assert.Single(denial["Condition"]!.AsObject());
    }

    [Fact]
    public void The_function_is_invoked_by_its_rule_alone()
    {
        var stack = RenderedStack.Of(Hub, RolePlan.Hub.FewChoices("cn-north-1").First());
        var permission = Assert.Single(stack.Resources.Values, resource => resource.Type == "AWS::Lambda::Permission").Properties;

        Assert.Equal(("events.amazonaws.com", "lambda:InvokeFunction", RenderedStack.Account), (Text(permission["Principal"]), Text(permission["Action"]), Text(permission["SourceAccount"])));
        Assert.Contains("SchedulerRule", Text(permission["SourceArn"]), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Id, JsonObject Body)> StatementsIn(string region) =>
        from resource in RenderedStack.Of(Hub, RolePlan.Hub.FewChoices(region).First()).Resources
        where resource.Value.Type is "AWS::SNS::TopicPolicy" or "AWS::SQS::QueuePolicy"
        from statement in resource.Value.Properties["PolicyDocument"]!["Statement"]!.AsArray()
        select (resource.Key, statement!.AsObject());

    private static IEnumerable<string> SourcesOf(JsonObject statement) =>
        statement["Condition"] is not JsonObject conditions ? []
            : conditions.Where(condition => condition.Key is "StringEquals" or "ArnEquals")
                .SelectMany(condition => condition.Value!.AsObject())
                .Where(key => key.Key is "aws:SourceAccount" or "aws:SourceArn")
                .Select(key => Text(key.Value));

    private static bool IsService(JsonNode? principal) => principal is JsonObject { Count: 1 } only && only.ContainsKey("Service");

    private static string Text(JsonNode? node) => node?.ToString() ?? "";
}

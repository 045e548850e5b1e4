using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Templates.Tests.Stacks;

/// <summary>Names for resources that nobody makes, in the shape that AWS would give them.</summary>
internal sealed class SymbolicResources(Template template, PseudoParameters pseudo)
{
    public JsonNode Of(string logicalId, string? attribute)
    {
        var type = template.Resources.Single(resource => resource.LogicalId == logicalId).Type;
        var name = NameOf(logicalId, type);
        return attribute switch
        {
            null => type == "AWS::SNS::Topic" ? ArnOf(type, name) : name,
            "Arn" => ArnOf(type, name),
            "QueueName" => name,
            _ => throw new TemplateException($"{logicalId} has no attribute {attribute} here."),
        };
    }

    private string NameOf(string logicalId, string type) => type switch
    {
        "AWS::Lambda::Function" => $"{pseudo.StackName}-InstanceSchedulerMain",
        "AWS::Logs::LogGroup" => $"{pseudo.StackName}-logs",
        _ => $"{pseudo.StackName}-{logicalId}-1A2B3C",
    };

    private string ArnOf(string type, string name) => type switch
    {
        "AWS::DynamoDB::Table" => Arn("dynamodb", $"table/{name}"),
        "AWS::SNS::Topic" => Arn("sns", name),
        "AWS::SQS::Queue" => Arn("sqs", name),
        "AWS::Lambda::Function" => Arn("lambda", $"function:{name}"),
        "AWS::Events::Rule" => Arn("events", $"rule/{name}"),
        "AWS::IAM::Role" => $"arn:{pseudo.Partition}:iam::{pseudo.AccountId}:role/{name}",
        _ => throw new TemplateException($"An ARN of {type} is not known here."),
    };

    private string Arn(string service, string resource) => $"arn:{pseudo.Partition}:{service}:{pseudo.Region}:{pseudo.AccountId}:{resource}";
}

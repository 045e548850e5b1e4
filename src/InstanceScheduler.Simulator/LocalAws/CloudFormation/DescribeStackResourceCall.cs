using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>DescribeStackResource.</summary>
internal sealed class DescribeStackResourceCall(LocalStacks stacks)
{
    private const string Action = "cloudformation:DescribeStackResource";

    public int Describe(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var name = Given(input, "StackName", "stackName");
        var logicalId = Given(input, "LogicalResourceId", "logicalResourceId");
        var stack = stacks.Find(scope, name);
        if (stacks.Denied.Denies(scope, Action))
        {
            // Of what it can't see, IAM names the stack by its name and any id.
            var arn = stack?.Id ?? Arn.Of("cloudformation", scope.Region, scope.Account, $"stack/{name}/*");
            throw new AwsException("AccessDenied", DeniedActions.Sentence(scope, Action, arn), 403);
        }

        if (stack is null)
        {
            throw Invalid($"Stack '{name}' does not exist");
        }

        var resource = stack[logicalId] ?? throw Invalid($"Resource {logicalId} does not exist for stack {stack.Name}");
        Write(output, stack, resource);
        return 1;
    }

    private static void Write(XmlBuffer output, LocalStack stack, StackResource resource)
    {
        output.Raw("<StackResourceDetail>"u8)
            .Element("StackId"u8, stack.Id)
            .Element("StackName"u8, stack.Name)
            .Element("LogicalResourceId"u8, resource.LogicalId);
        if (resource.PhysicalId is { } physicalId)
        {
            output.Element("PhysicalResourceId"u8, physicalId);
        }

        output.Element("ResourceType"u8, resource.Type)
            .Raw("<LastUpdatedTimestamp>"u8).Time(resource.LastUpdated ?? default).Raw("</LastUpdatedTimestamp>"u8)
            .Element("ResourceStatus"u8, resource.Status);
        if (resource.StatusReason is { } reason)
        {
            output.Element("ResourceStatusReason"u8, reason);
        }

        output.Raw("<DriftInformation><StackResourceDriftStatus>NOT_CHECKED</StackResourceDriftStatus></DriftInformation>"u8)
            .Raw("</StackResourceDetail>"u8);
    }

    private static string Given(QueryParameters input, string name, string member) => input[name]
        ?? throw Invalid($"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    private static AwsException Invalid(string message) => new("ValidationError", message);
}

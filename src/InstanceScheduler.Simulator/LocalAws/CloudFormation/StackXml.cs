using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>Stacks as answers show them.</summary>
internal static class StackXml
{
    private const string Hidden = "****";

    public static void Stack(XmlBuffer output, LocalStack stack)
    {
        var state = stack.State;
        output.Raw("<member>"u8).Element("StackId"u8, stack.Id).Element("StackName"u8, stack.Name);
        Optional(output, "Description"u8, state.Template?.Template.Description);
        output.Raw("<Parameters>"u8);
        foreach (var parameter in state.Template?.Template.Parameters ?? [])
        {
            output.Raw("<member>"u8).Element("ParameterKey"u8, parameter.Name)
                .Element("ParameterValue"u8, parameter.NoEcho ? Hidden : state.Template!.Parameters[parameter.Name]).Raw("</member>"u8);
        }

        output.Raw("</Parameters><CreationTime>"u8).Time(state.Created).Raw("</CreationTime>"u8);
        if (state.Updated is { } updated)
        {
            output.Raw("<LastUpdatedTime>"u8).Time(updated).Raw("</LastUpdatedTime>"u8);
        }

        output.Element("StackStatus"u8, state.Status);
        Optional(output, "StackStatusReason"u8, state.Reason);
        output.Raw("<DisableRollback>false</DisableRollback><NotificationARNs/><Tags/>"u8);
        Texts(output, "Capabilities"u8, state.Capabilities);
        output.Raw("<Outputs>"u8);
        foreach (var given in state.Outputs)
        {
            output.Raw("<member>"u8).Element("OutputKey"u8, given.Name).Element("OutputValue"u8, given.Value);
            Optional(output, "Description"u8, given.Description);
            output.Raw("</member>"u8);
        }

        output.Raw("</Outputs></member>"u8);
    }

    public static void Resource(XmlBuffer output, StackResource resource, ReadOnlySpan<byte> timeName)
    {
        output.Element("LogicalResourceId"u8, resource.LogicalId);
        Optional(output, "PhysicalResourceId"u8, resource.PhysicalId);
        output.Element("ResourceType"u8, resource.Type)
            .Raw("<"u8).Raw(timeName).Raw(">"u8).Time(resource.LastUpdated ?? default).Raw("</"u8).Raw(timeName).Raw(">"u8)
            .Element("ResourceStatus"u8, resource.Status);
        Optional(output, "ResourceStatusReason"u8, resource.StatusReason);
    }

    public static void Event(XmlBuffer output, LocalStack stack, StackEvent told)
    {
        output.Raw("<member>"u8).Element("StackId"u8, stack.Id).Element("StackName"u8, stack.Name)
            .Element("EventId"u8, told.Id).Element("LogicalResourceId"u8, told.LogicalId).Element("PhysicalResourceId"u8, told.PhysicalId)
            .Element("ResourceType"u8, told.Type).Raw("<Timestamp>"u8).Time(told.Time).Raw("</Timestamp>"u8)
            .Element("ResourceStatus"u8, told.Status);
        Optional(output, "ResourceStatusReason"u8, told.Reason);
        output.Raw("</member>"u8);
    }

    public static void Optional(XmlBuffer output, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            output.Element(name, text);
        }
    }

    public static void Texts(XmlBuffer output, ReadOnlySpan<byte> name, IEnumerable<string> texts)
    {
        output.Raw("<"u8).Raw(name).Raw(">"u8);
        foreach (var text in texts)
        {
            output.Element("member"u8, text);
        }

        output.Raw("</"u8).Raw(name).Raw(">"u8);
    }
}

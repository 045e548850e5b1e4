using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>The operations that tell of stacks.</summary>
internal sealed class StackReads(LocalStacks stacks)
{
    public int Stacks(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var asked = input["StackName"] is { Length: > 0 } ? [StackInput.Stack(stacks, scope, input)] : stacks.In(scope);
        output.Raw("<Stacks>"u8);
        foreach (var stack in asked)
        {
            StackXml.Stack(output, stack);
        }

        output.Raw("</Stacks>"u8);
        return asked.Count;
    }

    public int Events(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var stack = StackInput.Stack(stacks, scope, input);
        var events = stack.Events;
        output.Raw("<StackEvents>"u8);
        foreach (var told in events.Reverse())
        {
            StackXml.Event(output, stack, told);
        }

        output.Raw("</StackEvents>"u8);
        return events.Count;
    }

    public int Resources(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var stack = StackInput.Stack(stacks, scope, input);
        var asked = stack.Resources.Where(resource => input["LogicalResourceId"] is not { } one || resource.LogicalId == one).ToArray();
        output.Raw("<StackResources>"u8);
        foreach (var resource in asked)
        {
            output.Raw("<member>"u8).Element("StackId"u8, stack.Id).Element("StackName"u8, stack.Name);
            StackXml.Resource(output, resource, "Timestamp"u8);
            output.Raw("</member>"u8);
        }

        output.Raw("</StackResources>"u8);
        return asked.Length;
    }

    public int List(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var stack = StackInput.Stack(stacks, scope, input);
        output.Raw("<StackResourceSummaries>"u8);
        foreach (var resource in stack.Resources)
        {
            output.Raw("<member>"u8);
            StackXml.Resource(output, resource, "LastUpdatedTimestamp"u8);
            output.Raw("</member>"u8);
        }

        output.Raw("</StackResourceSummaries>"u8);
        return stack.Resources.Count;
    }

    public int Template(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var stack = StackInput.Stack(stacks, scope, input);
        var template = stack.State.Template ?? throw StackInput.Invalid($"Stack {stack.Name} was put together by hand and has no template.");
        output.Element("TemplateBody"u8, template.Template.Text);
        StackXml.Texts(output, "StagesAvailable"u8, ["Original", "Processed"]);
        return 1;
    }
}

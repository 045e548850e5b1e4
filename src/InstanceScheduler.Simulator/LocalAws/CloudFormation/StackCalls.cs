using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>The operations that make, change and remove stacks.</summary>
internal sealed class StackCalls(StackEngine engine, LocalStacks stacks)
{
    public int Create(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var name = StackInput.Given(input, "StackName", "stackName");
        StackInput.EnsureName(name);
        var request = new StackRequest(StackInput.Template(input) ?? throw StackInput.Invalid("Either Template URL or Template Body must be specified."))
        {
            Parameters = StackInput.Parameters(input, ImmutableDictionary<string, string>.Empty),
            Capabilities = [.. input.List("Capabilities.member")],
            OnFailure = input["OnFailure"] ?? (input.Flag("DisableRollback") ? "DO_NOTHING" : "ROLLBACK"),
        };
        output.Element("StackId"u8, engine.Create(name, scope.Account, scope.Region, request).Id);
        return 1;
    }

    public int Update(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var stack = StackInput.Stack(stacks, scope, input);
        var used = stack.State.Template;
        var template = input.Flag("UsePreviousTemplate") ? used?.Template : StackInput.Template(input);
        var request = new StackRequest(template ?? throw StackInput.Invalid("Either Template URL or Template Body must be specified."))
        {
            Parameters = StackInput.Parameters(input, used?.Parameters ?? ImmutableDictionary<string, string>.Empty),
            Capabilities = [.. input.List("Capabilities.member")],
        };
        engine.Update(stack, request);
        output.Element("StackId"u8, stack.Id);
        return 1;
    }

    public int Delete(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        // To delete what is not there, or no longer, succeeds.
        if (stacks.Find(scope, StackInput.Given(input, "StackName", "stackName")) is { State.Status: not "DELETE_COMPLETE" } stack)
        {
            engine.Delete(stack, input.List("RetainResources.member"));
        }

        return 1;
    }

    public static int Validate(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var template = StackInput.Template(input) ?? throw StackInput.Invalid("Either Template URL or Template Body must be specified.");
        output.Raw("<Parameters>"u8);
        foreach (var parameter in template.Parameters)
        {
            output.Raw("<member>"u8).Element("ParameterKey"u8, parameter.Name).Element("NoEcho"u8, parameter.NoEcho ? "true" : "false");
            StackXml.Optional(output, "DefaultValue"u8, parameter.Default);
            StackXml.Optional(output, "Description"u8, parameter.Description);
            output.Raw("</member>"u8);
        }

        output.Raw("</Parameters>"u8);
        StackXml.Optional(output, "Description"u8, template.Description);
        StackXml.Texts(output, "Capabilities"u8, template.Capabilities);
        if (!template.Capabilities.IsEmpty)
        {
            var types = template.Resources.Select(resource => resource.Type).Where(type => type.StartsWith("AWS::IAM::", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
            output.Element("CapabilitiesReason"u8, $"The following resource(s) require capabilities: [{string.Join(", ", types)}]");
        }

        return template.Parameters.Length;
    }
}

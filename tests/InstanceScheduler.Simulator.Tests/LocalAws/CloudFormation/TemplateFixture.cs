using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Simulator.Tests.LocalAws.CloudFormation;

/// <summary>Small templates with symbolic references.</summary>
internal static class TemplateFixture
{
    public static PseudoParameters Beijing { get; } = new(
        "123456789012", "cn-north-1", "demo", "arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/demo/1");

    /// <summary><c>&lt;Table&gt;</c>, <c>&lt;Table.Arn&gt;</c></summary>
    public static JsonNode Symbol(string logicalId, string? attribute) =>
        JsonValue.Create(attribute is null ? $"<{logicalId}>" : $"<{logicalId}.{attribute}>");

    /// <summary>A template with a table, a topic that is there when the parameter <c>Has</c> is <c>Yes</c>, and a resource with one property.</summary>
    public static string With(string property) => $$"""
        {
          "Parameters": {
            "Has": { "Type": "String", "Default": "No", "AllowedValues": ["Yes", "No"] },
            "Text": { "Type": "String", "Default": "a,b" },
            "Count": { "Type": "Number", "Default": 5 },
            "List": { "Type": "CommaDelimitedList", "Default": "x, y" },
            "Blank": { "Type": "CommaDelimitedList", "Default": "" }
          },
          "Mappings": { "Map": { "Yes": { "Value": "True", "List": ["1", "2"] }, "No": { "Value": 7 } } },
          "Conditions": {
            "HasTopic": { "Fn::Equals": [{ "Ref": "Has" }, "Yes"] },
            "HasNone": { "Fn::Not": [{ "Condition": "HasTopic" }] },
            "IsBlank": { "Fn::Equals": [{ "Fn::Join": ["", { "Ref": "Blank" }] }, ""] },
            "Both": { "Fn::And": [{ "Condition": "HasTopic" }, { "Condition": "IsBlank" }] },
            "Either": { "Fn::Or": [{ "Condition": "HasTopic" }, { "Condition": "IsBlank" }] }
          },
          "Resources": {
            "One": { "Type": "Test::One", "Properties": { "It": {{property}} } },
            "Table": { "Type": "AWS::DynamoDB::Table" },
            "Topic": { "Type": "AWS::SNS::Topic", "Condition": "HasTopic" }
          }
        }
        """;

    public static StackTemplate Render(string text, params (string Name, string Value)[] parameters) =>
        new(Template.Parse(text), parameters.ToDictionary(given => given.Name, given => given.Value), Beijing);

    /// <summary>The one property of <see cref="With"/> as JSON; null where it has vanished.</summary>
    public static string? Property(string property, params (string Name, string Value)[] parameters)
    {
        var stack = Render(With(property), parameters);
        var resolved = stack.PropertiesOf(stack.Resources.Single(resource => resource.LogicalId == "One"), Symbol);
        return resolved["It"]?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

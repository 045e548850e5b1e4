using System.Text.Json;
using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;
using InstanceScheduler.Templates.Tests.Proof;
using InstanceScheduler.Templates.Tests.Stacks;
using InstanceScheduler.Templates.Tests.Templates;

namespace InstanceScheduler.Templates.Tests.ServiceSpec;

/// <summary>Every type, property and attribute of the templates exists, and none that is required is missing.</summary>
public sealed class ServiceSpecTests
{
    public static TheoryData<string> Files => TemplateTests.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public void Properties_are_those_of_their_types(string file)
    {
        var template = Template.Parse(Repository.TemplateText(file));
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var choice in Choices(file))
        {
            foreach (var (logicalId, (type, properties)) in RenderedStack.Of(template, choice).Resources.Where(resource => !IsCustom(resource.Value.Type)))
                found.UnionWith(new PropertyCheck(ResourceSpec.All[type]).Problems(properties, logicalId));
        }

        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Attributes_are_those_of_their_types(string file)
    {
        var template = Template.Parse(Repository.TemplateText(file));
        var types = template.Resources.ToDictionary(resource => resource.LogicalId, resource => resource.Type, StringComparer.Ordinal);
        var asked = template.Resources.Where(resource => resource.Properties.ValueKind == JsonValueKind.Object).SelectMany(resource => Mentions.In(resource.Properties))
            .Concat(template.Outputs.SelectMany(output => Mentions.In(output.Value)))
            .Where(mention => mention.Kind == MentionKind.Attribute && !IsCustom(types[mention.Name]));

        Assert.All(asked, mention => Assert.Contains(mention.Attribute, ResourceSpec.All[types[mention.Name]].Attributes));
    }

    [Fact]
    public void The_extract_holds_the_types_that_are_used_and_no_others() => Assert.Equal(
        Repository.Templates.SelectMany(file => Template.Parse(Repository.TemplateText(file)).Resources).Select(resource => resource.Type)
            .Where(type => !IsCustom(type)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ResourceSpec.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("AWS::Lambda::Function", """{"Role": "r", "Code": {"S3Bucket": "b", "S3Key": "k"}, "MemorySize": "128"}""", null)]
    [InlineData("AWS::Lambda::Function", """{"Role": "r", "Code": {"S3Bucket": "b"}, "Memory": 128}""", "X.Memory is not known")]
    [InlineData("AWS::Lambda::Function", """{"Role": "r"}""", "X.Code is required")]
    [InlineData("AWS::Lambda::Function", """{"Role": "r", "Code": {"Bucket": "b"}}""", "X.Code.Bucket is not known")]
    [InlineData("AWS::Lambda::Function", """{"Role": "r", "Code": {}, "MemorySize": "much"}""", "X.MemorySize is \"much\", which is no integer")]
    [InlineData("AWS::Lambda::Function", """{"Role": "r", "Code": {}, "Layers": "one"}""", "X.Layers is no list")]
    [InlineData("AWS::Lambda::Function", """{"Role": "r", "Code": {}, "Tags": [{"Key": "k"}]}""", "X.Tags[0] is {\"Key\":\"k\"}, which is no tag")]
    [InlineData("AWS::Lambda::Function", """{"Role": "r", "Code": {}, "Environment": {"Variables": {"A": ["b"]}}}""", "X.Environment.Variables.A is [\"b\"], which is no string")]
    [InlineData("AWS::Lambda::Function", """{"Role": "r", "Code": {}, "PackageType": "Rar"}""", "X.PackageType is 'Rar', none of Image, Zip")]
    public void A_wrong_property_is_told(string type, string properties, string? problem) => Assert.Equal(
        problem is null ? [] : [problem],
        new PropertyCheck(ResourceSpec.All[type]).Problems(JsonNode.Parse(properties)!.AsObject(), "X"));

    private static IEnumerable<StackChoice> Choices(string file) => file switch
    {
        Repository.Hub => RolePlan.Hub.FewChoices("cn-north-1").SelectMany(choice => new[]
        {
            choice, choice.With("NoticeEmail", "a@b.c").With("ExternalId", "secret").With("CodeBucket", "bucket"), choice.With("Alarms", "No"),
        }),
        Repository.Remote => RolePlan.Remote.FewChoices("cn-north-1"),
        _ => RolePlan.Remote.FewChoices("cn-north-1").Take(1).Select(choice => choice with
        {
            Parameters = choice.Parameters.Clear().Add("ServiceInstanceScheduleServiceTokenARN", "arn:aws-cn:lambda:cn-north-1:123456789012:function:f"),
        }),
    };

    private static bool IsCustom(string type) => type.StartsWith("Custom::", StringComparison.Ordinal);
}

using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Simulator.Tests.LocalAws.CloudFormation;

public sealed class TemplateFunctionTests
{
    [Theory]
    [InlineData("""{ "Ref": "Text" }""", "\"a,b\"")]
    [InlineData("""{ "Ref": "Count" }""", "\"5\"")]
    [InlineData("""{ "Ref": "List" }""", """["x","y"]""")]
    [InlineData("""{ "Ref": "Blank" }""", """[""]""")]
    [InlineData("""{ "Ref": "Table" }""", "\"<Table>\"")]
    [InlineData("""{ "Ref": "AWS::Partition" }""", "\"aws-cn\"")]
    [InlineData("""{ "Ref": "AWS::URLSuffix" }""", "\"amazonaws.com.cn\"")]
    [InlineData("""{ "Ref": "AWS::StackId" }""", "\"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/demo/1\"")]
    [InlineData("""{ "Ref": "AWS::NoValue" }""", null)]
    [InlineData("""{ "Fn::GetAtt": ["Table", "Arn"] }""", "\"<Table.Arn>\"")]
    [InlineData("""{ "Fn::GetAtt": "Table.Stream.Arn" }""", "\"<Table.Stream.Arn>\"")]
    [InlineData("""{ "Fn::GetAtt": ["Table", { "Ref": "Text" }] }""", "\"<Table.a,b>\"")]
    [InlineData("""{ "Fn::Sub": "${AWS::Region}/${Text}/${Table}/${Table.Arn}/${!Literal}/$x" }""", "\"cn-north-1/a,b/<Table>/<Table.Arn>/${Literal}/$x\"")]
    [InlineData("""{ "Fn::Sub": ["${Own}-${Count}", { "Own": { "Fn::FindInMap": ["Map", "No", "Value"] } }] }""", "\"7-5\"")]
    [InlineData("""{ "Fn::Sub": ["${A.B}", { "A.B": "own" }] }""", "\"own\"")]
    [InlineData("""{ "Fn::FindInMap": ["Map", "Yes", "List"] }""", """["1","2"]""")]
    [InlineData("""{ "Fn::FindInMap": ["Map", { "Ref": "Has" }, "Value"] }""", "7")]
    [InlineData("""{ "Fn::Join": ["-", ["a", { "Ref": "Count" }, { "Ref": "AWS::NoValue" }, true, 1.50]] }""", "\"a-5-true-1.50\"")]
    [InlineData("""{ "Fn::Join": ["", { "Ref": "List" }] }""", "\"xy\"")]
    [InlineData("""{ "Fn::Split": [",", { "Ref": "Text" }] }""", """["a","b"]""")]
    [InlineData("""{ "Fn::Select": [1, { "Ref": "List" }] }""", "\"y\"")]
    [InlineData("""{ "Fn::Select": ["0", { "Fn::Split": [",", { "Ref": "Text" }] }] }""", "\"a\"")]
    [InlineData("""{ "Fn::Base64": "表" }""", "\"6KGo\"")]
    [InlineData("""{ "Fn::If": ["HasTopic", "yes", { "Ref": "AWS::NoValue" }] }""", null)]
    [InlineData("""{ "Fn::If": ["HasNone", ["no"], { "Ref": "Topic" }] }""", """["no"]""")]
    [InlineData("""[{ "Fn::If": ["HasTopic", 1, { "Ref": "AWS::NoValue" }] }, { "A": { "Ref": "AWS::NoValue" }, "B": false }]""", """[{"B":false}]""")]
    [InlineData("""{ "Condition": { "StringEquals": { "a": ["b"] } } }""", """{"Condition":{"StringEquals":{"a":["b"]}}}""")]
    public void Functions_resolve_as_in_CloudFormation(string property, string? resolved) =>
        Assert.Equal(resolved, TemplateFixture.Property(property));

    [Theory]
    [InlineData("HasTopic", "No", false)]
    [InlineData("HasTopic", "Yes", true)]
    [InlineData("HasNone", "Yes", false)]
    [InlineData("IsBlank", "No", true)]
    [InlineData("Both", "No", false)]
    [InlineData("Both", "Yes", true)]
    [InlineData("Either", "No", true)]
    public void Conditions_hold_or_not(string condition, string has, bool holds) =>
        Assert.Equal(holds, TemplateFixture.Render(TemplateFixture.With("1"), ("Has", has)).Holds(condition));

    [Theory]
    [InlineData("""{ "Ref": "Nothing" }""", "Template format error: Unresolved resource dependencies [Nothing] in the Resources block of the template")]
    [InlineData("""{ "Fn::Sub": "${Nothing}" }""", "Template format error: Unresolved resource dependencies [Nothing] in the Resources block of the template")]
    [InlineData("""{ "Ref": "Topic" }""", "Template format error: Unresolved resource dependencies [Topic] in the Resources block of the template")]
    [InlineData("""{ "Ref": ["Table"] }""", "Template error: every Ref object must have a single String value.")]
    [InlineData("""{ "Fn::GetAtt": ["Text", "Arn"] }""", "Template error: instance of Fn::GetAtt references undefined resource Text")]
    [InlineData("""{ "Fn::GetAtt": "Table" }""", "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute")]
    [InlineData("""{ "Fn::Sub": "${List}" }""", "Template error: Fn::Sub expressions must not resolve to lists; List does")]
    [InlineData("""{ "Fn::Sub": "${a b}" }""", "Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons, not 'a b'")]
    [InlineData("""{ "Fn::FindInMap": ["None", "a", "b"] }""", "Template error: Mapping named 'None' is not present in the 'Mappings' section of template.")]
    [InlineData("""{ "Fn::FindInMap": ["Map", "Maybe", "Value"] }""", "Template error: Unable to get mapping for Map::Maybe::Value")]
    [InlineData("""{ "Fn::Select": [2, { "Ref": "List" }] }""", "Template error: Fn::Select cannot select nonexistent value at index 2")]
    [InlineData("""{ "Fn::If": ["None", 1, 2] }""", "Template format error: Unresolved condition dependency None in the Conditions block of the template")]
    [InlineData("""{ "Fn::If": ["HasTopic", 1] }""", "Template error: Fn::If requires a list argument with three parameters, of which the first is the name of a condition")]
    [InlineData("""{ "Fn::Upper": "a" }""", "Template format error: [/Resources/One/Properties/It] Encountered unsupported function: Fn::Upper Supported functions are: [Ref, Fn::Base64, Fn::FindInMap, Fn::GetAtt, Fn::If, Fn::Join, Fn::Select, Fn::Split, Fn::Sub]")]
    [InlineData("""{ "Fn::Equals": ["a", "a"] }""", "Template format error: [/Resources/One/Properties/It] Encountered unsupported function: Fn::Equals Supported functions are: [Ref, Fn::Base64, Fn::FindInMap, Fn::GetAtt, Fn::If, Fn::Join, Fn::Select, Fn::Split, Fn::Sub]")]
    [InlineData("""{ "Ref": "Text", "Other": 1 }""", "Template format error: Ref must be the only member of its object.")]
    [InlineData("""[null]""", "Template format error: [/Resources/One/Properties/It/0] 'null' values are not allowed in templates")]
    public void A_wrong_function_is_told(string property, string message) =>
        Assert.Equal(message, Assert.Throws<TemplateException>(() => TemplateFixture.Property(property)).Message);

    [Fact]
    public void What_the_other_branch_names_need_not_be_there()
    {
        Assert.Equal("\"none\"", TemplateFixture.Property("""{ "Fn::If": ["HasTopic", { "Ref": "Topic" }, "none"] }"""));
        Assert.Equal("\"<Topic>\"", TemplateFixture.Property("""{ "Fn::If": ["HasTopic", { "Ref": "Topic" }, "none"] }""", ("Has", "Yes")));
    }
}

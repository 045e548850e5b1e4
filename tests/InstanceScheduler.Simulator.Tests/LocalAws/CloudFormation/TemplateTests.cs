using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Simulator.Tests.LocalAws.CloudFormation;

public sealed class TemplateTests
{
    private const string Any = """{ "A": { "Type": "AWS::SNS::Topic" } }""";

    [Theory]
    [InlineData("[]", "Template format error: unsupported structure.")]
    [InlineData("{}", "Template format error: At least one Resources member must be defined.")]
    [InlineData("""{ "Resources": { "A": {} } }""", "Template format error: [/Resources/A] Every Resources object must contain a Type member.")]
    [InlineData("""{ "Resources": { "a-b": { "Type": "T" } } }""", "Template format error: Resources name 'a-b' is non alphanumeric.")]
    [InlineData("""{ "Resources": { "A": { "Type": "T", "Propertys": {} } } }""", "Invalid template resource property in A: [Propertys]")]
    [InlineData("""{ "Resources": { "A": { "Type": "T", "DeletionPolicy": "Keep" } } }""", "Template error: Unrecognized DeletionPolicy Keep for resource A; use Delete, Retain, RetainExceptOnCreate.")]
    [InlineData("""{ "Resources": { "A": { "Type": "T", "DependsOn": "B" } } }""", "Template format error: Unresolved resource dependencies [B] in the Resources block of the template")]
    [InlineData("""{ "Resources": { "A": { "Type": "T", "Condition": "C" } } }""", "Template format error: Unresolved condition dependency C in the Conditions block of the template")]
    [InlineData($$"""{ "Resources": {{Any}}, "Transform": "AWS::Serverless-2016-10-31" }""", "Invalid template property or properties [Transform]")]
    [InlineData($$"""{ "Resources": {{Any}}, "Parameters": { "P": { "Type": "Text" } } }""", "Template format error: Unrecognized parameter type: Text")]
    [InlineData($$"""{ "Resources": {{Any}}, "Conditions": { "C": { "Fn::Equals": [{ "Ref": "A" }, "x"] } } }""", "Template format error: Unresolved dependencies [A]. Cannot reference resources in the Conditions block of the template")]
    [InlineData($$"""{ "Resources": {{Any}}, "Outputs": { "O": { "Value": { "Ref": "B" } } } }""", "Template format error: Unresolved resource dependencies [B] in the Outputs block of the template")]
    [InlineData($$"""{ "Resources": {{Any}}, "Outputs": { "O": {} } }""", "Template format error: Every Outputs member must contain a Value object; O does not.")]
    [InlineData($$"""{ "Resources": {{Any}}, "Parameters": { "A": { "Type": "String" } } }""", "Template format error: the name A stands for a parameter and for a resource.")]
    public void A_wrong_template_is_told(string text, string message) =>
        Assert.Equal(message, Assert.Throws<TemplateException>(() => Template.Parse(text)).Message);

    [Theory]
    [InlineData("""{ "Resources": { "A": { "Type": "T" }, } }""")]
    [InlineData("""{ "Resources": { "A": { "Type": "T" } } } // end""")]
    [InlineData("""{ "Resources": { "A": { "Type": "T" }, "A": { "Type": "T" } } }""")]
    [InlineData("Resources:\n  A:\n    Type: T\n")]
    public void Only_strict_JSON_is_read(string text) =>
        Assert.StartsWith("Template format error: JSON not well-formed. (line 1, column ", Assert.Throws<TemplateException>(() => Template.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Has", "Maybe", "Parameter 'Has' must be one of AllowedValues")]
    [InlineData("Count", "five", "Parameter 'Count' must be a number")]
    [InlineData("Text", "", null)]
    [InlineData("Nothing", "x", "Parameters: [Nothing] do not exist in the template")]
    [InlineData("Count", "7", null)]
    public void A_value_is_held_against_its_parameter(string name, string value, string? message) =>
        Assert.Equal(message, Record.Exception(() => TemplateFixture.Render(TemplateFixture.With("1"), (name, value)))?.Message);

    [Theory]
    [InlineData(""" "MinLength": 2, "MaxLength": 3 """, "a", "Parameter 'P' must contain at least 2 characters")]
    [InlineData(""" "MinLength": 2, "MaxLength": 3 """, "abcd", "Parameter 'P' must contain at most 3 characters")]
    [InlineData(""" "MinLength": 2, "MaxLength": 3 """, "abc", null)]
    [InlineData(""" "AllowedPattern": "[a-z]+" """, "ab1", "Parameter 'P' must match pattern [a-z]+")]
    [InlineData(""" "AllowedPattern": "[a-z]+" """, "ab\n", "Parameter 'P' must match pattern [a-z]+")]
    [InlineData(""" "AllowedPattern": "^a|b$" """, "b", null)]
    [InlineData(""" "AllowedPattern": "[a-z]+", "ConstraintDescription": "must be letters" """, "1", "Parameter P failed to satisfy constraint: must be letters")]
    [InlineData(""" "AllowedValues": [128, 256] """, "256", null)]
    [InlineData(""" "AllowedValues": [128, 256] """, "257", "Parameter 'P' must be one of AllowedValues")]
    public void Text_keeps_its_rules(string rules, string value, string? message) => Keeps("String", rules, value, message);

    [Theory]
    [InlineData(""" "MinValue": 1, "MaxValue": 10 """, "0", "Parameter 'P' must be a number not less than 1")]
    [InlineData(""" "MinValue": 1, "MaxValue": 10 """, "10.5", "Parameter 'P' must be a number not greater than 10")]
    [InlineData(""" "MinValue": 1, "MaxValue": 10 """, "10", null)]
    public void Numbers_keep_their_rules(string rules, string value, string? message) => Keeps("Number", rules, value, message);

    [Theory]
    [InlineData(""" "AllowedValues": ["a", "b"] """, "a, b", null)]
    [InlineData(""" "AllowedValues": ["a", "b"] """, "a,c", "Parameter 'P' must be one of AllowedValues")]
    public void Each_item_of_a_list_keeps_the_rules(string rules, string value, string? message) =>
        Keeps("CommaDelimitedList", rules, value, message);

    [Fact]
    public void A_parameter_without_a_default_needs_a_value()
    {
        var template = Template.Parse($$"""{ "Parameters": { "P": { "Type": "String" }, "Q": { "Type": "Number" } }, "Resources": {{Any}} }""");

        var refused = Assert.Throws<TemplateException>(() => new StackTemplate(template, new Dictionary<string, string>(), TemplateFixture.Beijing));

        Assert.Equal("Parameters: [P, Q] must have values", refused.Message);
    }

    [Fact]
    public void A_parameter_may_name_a_stored_value()
    {
        var template = Template.Parse("""
            {
              "Parameters": { "P": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/a" } },
              "Resources": { "A": { "Type": "T", "Properties": { "It": { "Ref": "P" } } } }
            }
            """);
        var none = new Dictionary<string, string>();

        var stack = new StackTemplate(template, none, TemplateFixture.Beijing, name => name == "/a" ? "stored" : null);

        Assert.Equal("stored", stack.PropertiesOf(stack.Resources[0], TemplateFixture.Symbol)["It"]!.GetValue<string>());
        Assert.Contains("[/a]", Assert.Throws<TemplateException>(() => new StackTemplate(template, none, TemplateFixture.Beijing)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resources_come_after_what_they_depend_on()
    {
        var stack = TemplateFixture.Render("""
            {
              "Resources": {
                "Last": { "Type": "T", "DependsOn": ["Rule", "Table"] },
                "Rule": { "Type": "T", "Properties": { "It": [{ "Fn::Sub": "${Function.Arn}" }] } },
                "Function": { "Type": "T", "DependsOn": "Policy", "Properties": { "It": { "Fn::GetAtt": ["Role", "Arn"] } } },
                "Policy": { "Type": "T", "Properties": { "It": { "Ref": "Role" } } },
                "Role": { "Type": "T" },
                "Table": { "Type": "T" }
              }
            }
            """);

        Assert.Equal(["Role", "Policy", "Function", "Rule", "Table", "Last"], stack.Resources.Select(resource => resource.LogicalId));
        Assert.Equal(["Policy", "Role"], stack.DependenciesOf(stack.Resources[2]));
    }

    [Fact]
    public void A_circle_is_named_without_those_who_wait_for_it()
    {
        var refused = Assert.Throws<TemplateException>(() => TemplateFixture.Render("""
            {
              "Resources": {
                "A": { "Type": "T", "DependsOn": "B" },
                "B": { "Type": "T", "Properties": { "It": { "Ref": "C" } } },
                "C": { "Type": "T", "Properties": { "It": { "Fn::Sub": "${A}" } } },
                "D": { "Type": "T", "DependsOn": "A" },
                "E": { "Type": "T" }
              }
            }
            """));

        Assert.Equal("Circular dependency between resources: [A, B, C]", refused.Message);
    }

    [Fact]
    public void Conditions_that_depend_on_each_other_are_told()
    {
        var refused = Assert.Throws<TemplateException>(() => TemplateFixture.Render($$"""
            {
              "Conditions": { "A": { "Fn::Not": [{ "Condition": "B" }] }, "B": { "Fn::Not": [{ "Condition": "A" }] } },
              "Resources": { "One": { "Type": "T", "Condition": "A" } }
            }
            """));

        Assert.Equal("Template error: Circular dependency between conditions: [A, B]", refused.Message);
    }

    [Theory]
    [InlineData("No", "Always")]
    [InlineData("Yes", "Always Sometimes")]
    public void Outputs_and_resources_come_with_their_conditions(string has, string outputs)
    {
        var stack = TemplateFixture.Render("""
            {
              "Parameters": { "Has": { "Type": "String" } },
              "Conditions": { "Has": { "Fn::Equals": [{ "Ref": "Has" }, "Yes"] } },
              "Resources": { "A": { "Type": "T" }, "B": { "Type": "T", "Condition": "Has" } },
              "Outputs": {
                "Always": { "Value": { "Fn::Sub": "${A}!" }, "Description": "why" },
                "Sometimes": { "Value": { "Fn::GetAtt": ["B", "Arn"] }, "Condition": "Has" }
              }
            }
            """, ("Has", has));

        var given = stack.OutputsOf(TemplateFixture.Symbol);

        Assert.Equal(outputs.Split(' '), given.Select(output => output.Name));
        Assert.Equal(("<A>!", "why"), (given[0].Value, given[0].Description));
        Assert.Equal(outputs.Split(' ').Length, stack.Resources.Length);
    }

    [Theory]
    [InlineData("""{ "A": { "Type": "AWS::SNS::Topic" } }""", "")]
    [InlineData("""{ "A": { "Type": "AWS::IAM::Role" } }""", "CAPABILITY_IAM")]
    [InlineData("""{ "A": { "Type": "AWS::IAM::Policy", "Properties": { "PolicyName": "p" } } }""", "CAPABILITY_IAM")]
    [InlineData("""{ "A": { "Type": "AWS::IAM::Role", "Properties": { "RoleName": "r" } } }""", "CAPABILITY_NAMED_IAM")]
    public void Permissions_have_to_be_acknowledged(string resources, string capability) =>
        Assert.Equal(capability, string.Join(' ', Template.Parse($$"""{ "Resources": {{resources}} }""").Capabilities));

    private static void Keeps(string type, string rules, string value, string? message)
    {
        var text = $$"""{ "Parameters": { "P": { "Type": "{{type}}", {{rules}} } }, "Resources": {{Any}} }""";

        Assert.Equal(message, Record.Exception(() => TemplateFixture.Render(text, ("P", value)))?.Message);
    }
}

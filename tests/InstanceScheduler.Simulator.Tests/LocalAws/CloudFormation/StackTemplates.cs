using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Simulator.Tests.LocalAws.CloudFormation;

/// <summary>Templates of stacks to make, change and break.</summary>
internal static class StackTemplates
{
    /// <summary>Two parameters of Parameter Store, the second with what the first is called; more resources may follow, each after a comma.</summary>
    public static string Settings(string more = "", string value = "1") => $$"""
        {
          "Parameters": { "Value": { "Type": "String", "Default": "{{value}}" }, "Prefix": { "Type": "String", "Default": "/a" } },
          "Resources": {
            "First": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": { "Fn::Sub": "${Prefix}/first" }, "Type": "String", "Value": { "Ref": "Value" } } },
            "Second": { "Type": "AWS::SSM::Parameter", "Properties": { "Type": "String", "Value": { "Fn::Sub": "${First}=${First.Value}" } } }{{more}}
          },
          "Outputs": { "Names": { "Value": { "Fn::Sub": "${First} ${Second}" }, "Description": "both" } }
        }
        """;

    /// <summary>A resource that no stack can have: its name is taken as soon as the first one is there.</summary>
    public const string Taken = """
        , "Twice": { "Type": "AWS::SSM::Parameter", "DependsOn": "Second", "Properties": { "Name": { "Fn::Sub": "${Prefix}/first" }, "Type": "String", "Value": "x" } }
        """;

    public static StackRequest Request(string text, params (string Name, string Value)[] parameters) => new(Template.Parse(text))
    {
        Parameters = parameters.ToDictionary(given => given.Name, given => given.Value),
        Capabilities = ["CAPABILITY_IAM"],
    };
}

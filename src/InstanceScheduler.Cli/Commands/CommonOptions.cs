using System.CommandLine;
using InstanceScheduler.Cli.Output;

namespace InstanceScheduler.Cli.Commands;

/// <summary>Options of every command that asks the scheduler.</summary>
internal sealed class CommonOptions
{
    public CommonOptions()
    {
        // Of itself it would offer the names of the type, with capitals.
        Output.CompletionSources.Clear();
        Output.CompletionSources.Add("json", "table", "yaml");
    }

    public Option<string> Stack { get; } = new("--stack", "-s") { Description = "Name or ARN of the scheduler's stack", Required = true, HelpName = "name" };

    public Option<string?> Region { get; } = new("--region", "-r") { Description = "Region of the stack. Default: AWS_REGION, then the profile's", HelpName = "region" };

    public Option<string?> Profile { get; } = new("--profile-name", "-p") { Description = "Profile to take credentials from. Default: AWS_PROFILE, then \"default\"", HelpName = "name" };

    public Option<string?> Query { get; } = new("--query", "-q") { Description = "JMESPath expression: what to print of the result", HelpName = "expression" };

    public Option<OutputFormat?> Output { get; } = new("--output", "-o")
    {
        Description = "How to print the result: json, table or yaml. Default: json",
        HelpName = "format",
        CustomParser = result => Enum.GetNames<OutputFormat>().Contains(result.Tokens[0].Value, StringComparer.OrdinalIgnoreCase)
            && Enum.TryParse<OutputFormat>(result.Tokens[0].Value, ignoreCase: true, out var format)
            ? format
            : Refuse(result),
    };

    public IEnumerable<Option> Reaching => [Stack, Region, Profile];

    public IEnumerable<Option> Printing => [Query, Output];

    private static OutputFormat? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"--output: \"{result.Tokens[0].Value}\" is no format; use json, table or yaml");
        return null;
    }
}

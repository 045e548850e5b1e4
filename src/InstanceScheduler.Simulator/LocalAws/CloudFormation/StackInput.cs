using System.Collections.Immutable;
using System.Text;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>Reads requests about stacks.</summary>
internal static class StackInput
{
    private const int LongestName = 128;

    public static string Given(QueryParameters input, string name, string member) => input[name]
        ?? throw Invalid($"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    public static LocalStack Stack(LocalStacks stacks, CallScope scope, QueryParameters input)
    {
        var name = Given(input, "StackName", "stackName");
        return stacks.Find(scope, name) ?? throw Invalid($"Stack with id {name} does not exist");
    }

    public static void EnsureName(string name)
    {
        if (name.Length is 0 or > LongestName || !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw Invalid(
                $"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: " +
                "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        }
    }

    /// <summary>Null where none is given.</summary>
    public static Template? Template(QueryParameters input)
    {
        if (input["TemplateURL"] is not null)
        {
            throw Invalid("LocalAws does not simulate TemplateURL; send the template as TemplateBody.");
        }

        if (input["TemplateBody"] is not { } body)
        {
            return null;
        }

        if (Encoding.UTF8.GetByteCount(body) > Templates.Template.LargestBody)
        {
            throw Invalid($"1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to {Templates.Template.LargestBody}");
        }

        try
        {
            return Templates.Template.Parse(body);
        }
        catch (TemplateException refused)
        {
            throw Invalid(refused.Message);
        }
    }

    /// <param name="input">The request.</param>
    /// <param name="previous">What <c>UsePreviousValue</c> means.</param>
    public static IReadOnlyDictionary<string, string> Parameters(QueryParameters input, ImmutableDictionary<string, string> previous)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var prefix in input.Structures("Parameters.member", "ParameterKey"))
        {
            var name = input[$"{prefix}.ParameterKey"]!;
            given[name] = input.Flag($"{prefix}.UsePreviousValue")
                ? previous.GetValueOrDefault(name) ?? throw Invalid($"Invalid input for parameter key {name}. Cannot specify usePreviousValue as true for a parameter key not in the previous template")
                : input[$"{prefix}.ParameterValue"] ?? "";
        }

        return given;
    }

    public static AwsException Invalid(string message) => new("ValidationError", message);
}

using System.Text.RegularExpressions;
using InstanceScheduler.Templates.Tests.Stacks;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>Puts a stack's own names in place of those in shapes: an ARN for each that they can stand for.</summary>
internal sealed partial class Expansion(RolePlan plan, StackChoice choice, ResourceName names)
{
    // A table, a topic: what IAM is asked is the resource of this stack.
    private static readonly string[] Hubs = ["{hub}", "{managed}", "{account}"];

    public IEnumerable<string> Of(string shape) => shape switch
    {
        "*" => ["*"],
        _ when shape.Contains("role/{role}", StringComparison.Ordinal) => Roles(),
        _ => Placeholder().Match(shape) is { Success: true } found
            ? ValuesOf(found.Value).SelectMany(value => Of(shape.Replace(found.Value, value, StringComparison.Ordinal)))
            : [shape],
    };

    // In a managed account there is one account, whatever the hub calls it.
    private string[] ValuesOf(string placeholder) => placeholder switch
    {
        "{partition}" => [choice.Partition],
        "{region}" => [choice.Region],
        "{other}" => [choice.Other],
        _ when Hubs.Contains(placeholder, StringComparer.Ordinal) => [RenderedRole.Account],
        "{ConfigTable}" or "{StateTable}" => [names(placeholder.Trim('{', '}'), null)],
        "{function}" => [names("Main", null)],
        "{log}" => [names("SchedulerLogGroup", null)],
        "{topic}" => [names("InstanceSchedulerSnsTopic", null).Split(':')[^1]],
        "{queue}" => [names("DeadLetterQueue", "Arn")],
        "{key}" => [choice["KmsKeyArn"]],
        "{instance key}" => Listed("KmsKeyArns"),
        "{licence}" => Listed("LicenseManagerArns"),
        "{parameter}" => ["scheduler/roles/all", "scheduler/roles/more"],
        "{stack}" => [RenderedRole.StackName.ToLowerInvariant()],
        "{instance}" => ["i-0123456789abcdef0"],
        "{database}" => ["orders"],
        "{cluster}" => ["ledger"],
        "{name}" or "{id}" => ["one"],
        _ => throw new InvalidOperationException($"Nobody says what {placeholder} is in {plan.File}."),
    };

    private string[] Roles() => choice["CrossAccountRoles"].Contains("{param:", StringComparison.Ordinal)
        ? [$"arn:{choice.Partition}:iam::444444444444:role/Remote-EC2SchedulerCrossAccountRole-1A2B3C"]
        : Listed("CrossAccountRoles");

    private string[] Listed(string parameter) => choice[parameter].Split(',', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\{[A-Za-z ]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}

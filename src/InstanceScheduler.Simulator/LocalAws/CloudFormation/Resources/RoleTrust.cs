using System.Collections.Immutable;
using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary>Whom a trust policy lets in, as far as it names accounts, their roles and an external id.</summary>
/// <param name="Accounts">By their root.</param>
/// <param name="Principals">Patterns for the ARN of the caller's role; empty: any.</param>
/// <param name="ExternalId">Null: none is asked for.</param>
internal sealed record RoleTrust(ImmutableArray<string> Accounts, ImmutableArray<string> Principals, string? ExternalId)
{
    /// <exception cref="ResourceFailure">It uses what is not simulated.</exception>
    public static RoleTrust Read(JsonElement document)
    {
        var trust = new RoleTrust([], [], null);
        foreach (var statement in Items(document.GetProperty("Statement")))
        {
            if (statement.GetProperty("Principal").TryGetProperty("AWS", out var principals))
            {
                trust = trust with { Accounts = [.. trust.Accounts, .. Items(principals).Select(Account)] };
                trust = statement.TryGetProperty("Condition", out var condition) ? trust.Under(condition) : trust;
            }
        }

        return trust;
    }

    private RoleTrust Under(JsonElement condition)
    {
        var trust = this;
        foreach (var (test, key, values) in condition.EnumerateObject().SelectMany(test => test.Value.EnumerateObject().Select(entry => (test.Name, entry.Name, entry.Value))))
        {
            var texts = Items(values).Select(value => value.GetString()!);
            trust = (test, key) switch
            {
                ("ArnLike" or "ArnEquals" or "StringLike" or "StringEquals", "aws:PrincipalArn") => trust with { Principals = [.. texts] },
                ("StringEquals", "sts:ExternalId") => trust with { ExternalId = texts.Single() },
                _ => throw new ResourceFailure($"The condition {test} on {key} of a trust policy is not simulated; use ArnLike on aws:PrincipalArn and StringEquals on sts:ExternalId."),
            };
        }

        return trust;
    }

    private static string Account(JsonElement principal) => principal.GetString()!.Split(':') is [_, _, _, _, var account, "root"]
        ? account
        : principal.GetString()!.Split(':') is { Length: 1 } only ? only[0]
        : throw new ResourceFailure($"The principal {principal} of a trust policy is not simulated; name the root of an account.");

    private static JsonElement[] Items(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : [element];
}

using System.Text.Json.Nodes;
using InstanceScheduler.Templates.Tests.Policies;

namespace InstanceScheduler.Templates.Tests.Stacks;

/// <summary>Who may assume a role. All statements here are leaves for <c>sts:AssumeRole</c>; anything else is an error.</summary>
internal sealed class TrustPolicy(JsonNode document)
{
    private readonly JsonObject[] _statements = [.. document["Statement"]!.AsArray().Select(statement => Checked(statement!.AsObject()))];

    /// <summary>Whether the service may, for itself.</summary>
    public bool TrustsService(string service) => _statements.Any(statement => ListOf(statement["Principal"]!["Service"]).Contains(service));

    /// <param name="roleArn">The role whose session calls.</param>
    /// <param name="externalId">Null: none is sent.</param>
    public bool Trusts(string roleArn, string? externalId)
    {
        var request = new PolicyRequest("sts:AssumeRole", "*").With("aws:PrincipalArn", roleArn);
        if (externalId is not null)
            request = request.With("sts:ExternalId", externalId);
        var account = roleArn.Split(':')[4];
        return _statements.Any(statement =>
            ListOf(statement["Principal"]!["AWS"]).Any(principal => principal == roleArn || principal == $"arn:{roleArn.Split(':')[1]}:iam::{account}:root")
            && PolicyStatement.ConditionsOf("Trust", statement["Condition"]).All(condition => condition.Holds(request)));
    }

    private static JsonObject Checked(JsonObject statement)
    {
        var known = statement["Effect"]?.GetValue<string>() == "Allow" && ListOf(statement["Action"]).SequenceEqual(["sts:AssumeRole"])
            && statement.Select(member => member.Key).All(key => key is "Effect" or "Action" or "Principal" or "Condition" or "Sid")
            && statement["Principal"] is JsonObject principal && principal.All(entry => entry.Key is "AWS" or "Service");
        return known ? statement : throw new PolicyException($"The trust policy has a statement that is not known here: {statement.ToJsonString()}");
    }

    private static string[] ListOf(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => [.. list.Select(one => one!.GetValue<string>())],
        _ => [node.GetValue<string>()],
    };
}

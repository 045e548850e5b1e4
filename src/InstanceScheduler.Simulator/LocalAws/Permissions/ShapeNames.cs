using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Permissions;

/// <summary>Names in place of ids, accounts and regions, so that the calls of all tests come to few shapes.</summary>
/// <remarks>What is not recognised keeps its own name, and stands out.</remarks>
internal sealed class ShapeNames(LocalAws aws, CallScope scope)
{
    private const string SettingsRoot = "/lambdaEnvConfig/";
    private const string SeedFunction = "InstanceSchedulerMain";

    /// <summary>The ARN of something of the caller's account, in the region of the call.</summary>
    public string Own(string service, string resource) => $"arn:{{partition}}:{service}:{Region(scope.Region)}:{Account(scope.Account)}:{resource}";

    /// <summary>Tables are known by their keys, whatever they are called.</summary>
    public string Table(string nameOrArn)
    {
        var name = nameOrArn.Split('/')[^1];
        var known = aws.Dynamo.Find(scope.Account, scope.Region, name)?.Schema switch
        {
            { Hash.Name: "type", Range.Name: "name" } => "{ConfigTable}",
            { Hash.Name: "service", Range.Name: "account-region" } => "{StateTable}",
            _ => name,
        };
        return Own("dynamodb", $"table/{known}");
    }

    public string Function(string nameOrArn)
    {
        var name = nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn.Split(':')[6] : nameOrArn.Split(':')[0];
        return Own("lambda", $"function:{(aws.Functions.Has(name) ? "{function}" : name)}");
    }

    public string Topic(string arn) => aws.Topics.Contains(arn) ? Foreign(arn, "{topic}") : arn;

    public string Role(string arn) => Foreign(arn, "role/{role}");

    /// <param name="path">With its leading slash, as names of parameters in a tree have.</param>
    public string SettingsPath(string path)
    {
        var below = path.StartsWith(SettingsRoot, StringComparison.Ordinal) ? path[SettingsRoot.Length..].TrimEnd('/') : null;
        return Own("ssm", below switch
        {
            SeedFunction => $"parameter{SettingsRoot}{SeedFunction}",
            not null when aws.Functions.Has(below) => $"parameter{SettingsRoot}{{function}}",
            _ => "parameter/{settings}",
        });
    }

    /// <summary>An ARN that names its own account and region.</summary>
    public string Foreign(string arn, string resource) => arn.Split(':', 6) is ["arn", var partition, var service, var region, var account, _]
        ? $"arn:{(partition == scope.Partition ? "{partition}" : partition)}:{service}:{Region(region)}:{Account(account)}:{resource}"
        : arn;

    private string Account(string account) => account == "" ? "" : account == aws.Options.HubAccount ? "{hub}" : "{managed}";

    private string Region(string region) => region == "" ? "" : region == aws.Options.HubRegion ? "{region}" : "{other}";
}

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>Who calls which region of which service, as the signature says.</summary>
internal sealed record CallScope(string Account, string Region, string Service)
{
    private readonly string? _caller;

    public string Partition => Arn.Partition(Region);

    public string AccessKeyId { get; init; } = AccountKeys.HubKey;

    /// <summary>The ARN of the caller: a session of the scheduler's role, unless the key is known for another one.</summary>
    public string Caller
    {
        get => _caller ?? $"arn:{Partition}:sts::{Account}:assumed-role/{Principal.Split('/')[^1]}/ec2-scheduler-{Account}";
        init => _caller = value;
    }

    /// <summary>The ARN of the caller's role: the scheduler's, unless the key is known for another one.</summary>
    public string Principal => RoleArn ?? $"arn:{Partition}:iam::{Account}:role/scheduler-role";

    /// <summary>Null: the key is known for no role.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Reads <c>Credential=KEY/20261123/cn-north-1/ec2/aws4_request</c>; null where that is not what the header holds.</summary>
    public static CallScope? Read(string authorization, AccountKeys keys)
    {
        const string marker = "Credential=";
        var at = authorization.IndexOf(marker, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var rest = authorization[(at + marker.Length)..];
        var end = rest.IndexOfAny([',', ' ']);
        var parts = (end < 0 ? rest : rest[..end]).Split('/');
        return parts is [var key, _, var region, var service, "aws4_request"]
            ? new CallScope(keys[key], region, service) { AccessKeyId = key, RoleArn = key == AccountKeys.HubKey ? keys.HubRole : null }
            : null;
    }
}

using InstanceScheduler.Aws.Accounts;

namespace InstanceScheduler.Aws;

/// <summary>One service in one account and region: the unit of work, of isolation and of state.</summary>
internal sealed record Target(string Service, string Account, string Region)
{
    /// <summary>The way to the account; null: it is the function's own.</summary>
    public RoleArn? Role { get; init; }

    /// <summary>First part of the range keys in the state table.</summary>
    public string StateKey => $"{Account}:{Region}";

    public override string ToString() => $"{Service} in {Account}/{Region}";
}

namespace InstanceScheduler.Aws.Accounts;

/// <summary>What STS is asked for.</summary>
/// <param name="Name">What the account's CloudTrail calls the scheduler.</param>
/// <param name="ExternalId">What the role's trust policy asks for; null: nothing.</param>
internal sealed record SessionRequest(string Name, string? ExternalId);

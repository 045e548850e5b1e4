namespace InstanceScheduler.Aws.Accounts;

/// <summary>An account that is scheduled.</summary>
/// <param name="Id">Its twelve digits.</param>
/// <param name="Role">The way to it; null: it is the function's own.</param>
internal sealed record ManagedAccount(string Id, RoleArn? Role);

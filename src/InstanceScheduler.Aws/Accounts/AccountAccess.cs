using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Accounts;

/// <summary>How a run calls the services of an account.</summary>
/// <param name="Clients">Clients with the account's credentials.</param>
/// <param name="Retry">The retry layer, which renews those credentials when they have ended.</param>
internal sealed record AccountAccess(AwsClients Clients, AwsRetry Retry);

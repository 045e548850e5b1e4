using System.Collections.Immutable;
using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Accounts;

/// <summary>The accounts to schedule, each once.</summary>
/// <param name="Accounts">The function's own first, then the others by their roles.</param>
/// <param name="Problems">Roles that cannot be used, or are not needed.</param>
internal sealed record AccountList(ImmutableArray<ManagedAccount> Accounts, ImmutableArray<Problem> Problems);

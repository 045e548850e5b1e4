using System.Collections.Immutable;
using InstanceScheduler.Aws.ParameterStore;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Aws.Accounts;

/// <summary>Finds the accounts that settings ask for: the function's own, and those of the roles.</summary>
/// <param name="parameters">Values of the parameters that the settings name.</param>
/// <param name="homeRegion">Region of the function, whose partition the roles have to be in.</param>
internal sealed class ManagedAccounts(RoleParameters parameters, string homeRegion)
{
    private readonly string? _partition = AwsPartition.Of(homeRegion);

    /// <param name="settings">The settings.</param>
    /// <param name="own">The function's own account.</param>
    /// <param name="retry">The retry layer.</param>
    /// <param name="deadline">By when to be done.</param>
    public async Task<AccountList> ListAsync(SchedulerSettings settings, string own, AwsRetry retry, RunDeadline deadline)
    {
        ImmutableArray<RoleEntry> entries = [.. settings.CrossAccountRoles.Select(RoleEntry.Of)];
        var (values, unread) = await parameters.ReadAsync(entries.SelectMany(entry => entry.Parameters), retry, deadline);
        var problems = unread.ToBuilder();
        var written = entries.SelectMany(entry => Written(entry, values)).Distinct();
        var roles = written.Select(role => Read(role, problems)).OfType<RoleArn>().Distinct().OrderBy(role => role.Text, StringComparer.Ordinal);

        var accounts = new Dictionary<string, ManagedAccount>(StringComparer.Ordinal);
        if (settings.ScheduleLambdaAccount)
            accounts.Add(own, new ManagedAccount(own, Role: null));
        foreach (var role in roles)
            if (!accounts.TryAdd(role.Account, new ManagedAccount(role.Account, role)))
                problems.Add(RoleProblem.Superfluous(role, accounts[role.Account]));
        return new AccountList(
            [.. accounts.Values.OrderBy(account => account.Role is not null).ThenBy(account => account.Role?.Text, StringComparer.Ordinal)],
            [.. problems.DistinctBy(problem => problem.Message, StringComparer.Ordinal)]);
    }

    private static IEnumerable<WrittenRole> Written(RoleEntry entry, ImmutableDictionary<string, ParameterValue> values)
    {
        if (entry.Rest is { } rest)
            yield return new WrittenRole(rest, Parameter: null, IsSecure: false);
        foreach (var name in entry.Parameters)
            if (values.TryGetValue(name, out var value))
                foreach (var part in value.Text.Split(','))
                    yield return new WrittenRole(part.Trim(), name, value.IsSecure);
    }

    private RoleArn? Read(WrittenRole written, ImmutableArray<Problem>.Builder problems)
    {
        if (RoleArn.TryParse(written.Text) is not { } role)
        {
            var (why, remedy) = written.Text.Length == 0
                ? ("is an empty entry", "take it off the list")
                : ("is not the ARN of a role", $"write arn:{_partition}:iam::<account>:role/<name>, or {{param:<name>}}");
            problems.Add(RoleProblem.Unusable(written.ToString(), why, remedy));
            return null;
        }

        if (role.Partition == _partition)
            return role;
        problems.Add(RoleProblem.Unusable(
            written.ToString(), $"is a role of partition {role.Partition}, and the function runs in {_partition}", "no credentials reach from one into the other"));
        return null;
    }

    /// <summary>A role as somebody wrote it.</summary>
    private sealed record WrittenRole(string Text, string? Parameter, bool IsSecure)
    {
        // What a secure parameter holds by mistake is nobody's business.
        public override string ToString() => RoleProblem.Quoted(new ParameterValue(Text, IsSecure).ToString(), Parameter);
    }
}

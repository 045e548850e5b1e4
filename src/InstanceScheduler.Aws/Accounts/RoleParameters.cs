using System.Collections.Concurrent;
using System.Collections.Immutable;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using InstanceScheduler.Aws.ParameterStore;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Accounts;

/// <summary>Values of the parameters that the list of roles names, each read once per process and again after ten minutes, as settings are.</summary>
/// <param name="client">Gives the client; none is asked for where no parameter is named.</param>
/// <param name="time">Clock of the ten minutes.</param>
internal sealed class RoleParameters(Func<IAmazonSimpleSystemsManagement> client, TimeProvider time)
{
    private const int PageSize = 10;

    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (ParameterValue Value, long ReadAt)> _known = new(StringComparer.Ordinal);

    /// <summary>The values by name; what does not exist or cannot be read is a problem of its own, and its neighbours are there.</summary>
    public async Task<(ImmutableDictionary<string, ParameterValue> Values, ImmutableArray<Problem> Problems)> ReadAsync(
        IEnumerable<string> names, AwsRetry retry, RunDeadline deadline)
    {
        ImmutableArray<string> wanted = [.. names.Distinct(StringComparer.Ordinal)];
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var page in wanted.Where(name => !IsFresh(name)).Chunk(PageSize))
            problems.AddRange(await ReadPageAsync([.. page], retry, deadline));
        return (wanted.Where(_known.ContainsKey).ToImmutableDictionary(name => name, name => _known[name].Value, StringComparer.Ordinal), problems.DrainToImmutable());
    }

    private async Task<ImmutableArray<Problem>> ReadPageAsync(ImmutableArray<string> names, AwsRetry retry, RunDeadline deadline)
    {
        // Accounts that are known must not wait for Parameter Store to come back.
        using var brief = new RunDeadline(deadline.Left < LongestRead ? deadline.Left : LongestRead, time, deadline.Token);
        try
        {
            var request = new GetParametersRequest { Names = [.. names], WithDecryption = true };
            var answer = await retry.ExecuteAsync("GetParameters", token => client().GetParametersAsync(request, token), brief);
            foreach (var parameter in answer.Parameters ?? [])
                _known[NameIn(names, parameter)] = (new ParameterValue(parameter.Value, parameter.Type == ParameterType.SecureString), time.GetTimestamp());
            return [.. (answer.InvalidParameters ?? []).Select(Forget)];
        }
        catch (Exception failure) when (names.Length > 1 && !AwsFailure.IsTemporary(failure))
        {
            // One name that is malformed or forbidden is the whole call's end.
            var problems = ImmutableArray.CreateBuilder<Problem>();
            foreach (var name in names)
                problems.AddRange(await ReadPageAsync([name], retry, deadline));
            return problems.DrainToImmutable();
        }
        catch (Exception failure) when (!deadline.Token.IsCancellationRequested)
        {
            return [.. names.Select(name => RoleProblem.Unread(name, failure, isKept: _known.ContainsKey(name)))];
        }
    }

    private bool IsFresh(string name) => _known.TryGetValue(name, out var known) && time.GetElapsedTime(known.ReadAt) < TimeToLive;

    private Problem Forget(string name)
    {
        _known.TryRemove(name, out _);
        return RoleProblem.UnknownParameter(name);
    }

    // Written with a version or as an ARN, a parameter comes back under its bare name.
    private static string NameIn(ImmutableArray<string> names, Parameter parameter) =>
        names.FirstOrDefault(name => name == parameter.Name + parameter.Selector || name == parameter.ARN) ?? parameter.Name;
}

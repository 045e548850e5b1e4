using System.Collections.Immutable;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.ParameterStore;

/// <summary>Parameter Store as a dictionary over one path prefix: settings live here instead of in environment variables.</summary>
/// <remarks>
/// Everything under the prefix is listed on first use (ten a page, decrypted) and kept for the time to live: null keeps it
/// for the store's life, zero lists on every access. Names are relative to the prefix. Safe for concurrent use.
/// </remarks>
internal sealed class SsmParamStore(
    string prefix, IAmazonSimpleSystemsManagement client, AwsRetry retry, TimeProvider time, TimeSpan? timeToLive = null)
{
    private const int PageSize = 10;

    private sealed record Snapshot(ImmutableSortedDictionary<string, ParameterValue> Values, long TakenAt);

    private volatile Snapshot? _snapshot;
    private int _writes;

    /// <summary>The path, without a trailing slash; empty at the root.</summary>
    public string Prefix { get; } = Normalise(prefix);

    /// <summary>A value from the last listing.</summary>
    /// <exception cref="KeyNotFoundException">It is not there, or nothing was listed yet.</exception>
    public string this[string name] => _snapshot?.Values.TryGetValue(Checked(name), out var value) == true
        ? value.Text
        : throw new KeyNotFoundException($"parameter \"{FullName(name)}\" does not exist, or was not listed yet");

    public async Task<string?> GetAsync(string name, string? fallback, RunDeadline deadline)
    {
        Checked(name);
        return (await ListAsync(deadline)).TryGetValue(name, out var value) ? value.Text : fallback;
    }

    /// <summary>The items of a StringList; empty when the parameter is not there.</summary>
    public async Task<ImmutableArray<string>> GetListAsync(string name, RunDeadline deadline) =>
        await GetAsync(name, null, deadline) is { } text ? [.. text.Split(',').Select(item => item.Trim())] : [];

    /// <summary>The store of everything below <paramref name="name"/>.</summary>
    public SsmParamStore GetStore(string name) => new(FullName(name), client, retry, time, timeToLive);

    public async Task<bool> ContainsAsync(string name, RunDeadline deadline)
    {
        Checked(name);
        return (await ListAsync(deadline)).ContainsKey(name);
    }

    public async Task<ImmutableArray<string>> KeysAsync(RunDeadline deadline) => [.. (await ListAsync(deadline)).Keys];

    /// <summary>Creates or overwrites a String parameter; returns its new version.</summary>
    public Task<long> PutAsync(string name, string value, RunDeadline deadline) =>
        PutAsync(new PutParameterRequest { Name = FullName(name), Value = value, Type = ParameterType.String, Overwrite = true }, deadline);

    /// <summary>Creates or overwrites a SecureString, under the account's default key where none is given; returns its new version.</summary>
    public async Task<long> PutSecureAsync(string name, string value, string? kmsKeyId, RunDeadline deadline)
    {
        try
        {
            return await PutAsync(new PutParameterRequest
            {
                Name = FullName(name),
                Value = value,
                Type = ParameterType.SecureString,
                KeyId = kmsKeyId,
                Overwrite = true,
            }, deadline);
        }
        catch (ParameterStoreException failure)
        {
            throw ParameterStoreException.Without(value, failure);
        }
    }

    /// <summary>Deletes a parameter; false when there was none.</summary>
    public async Task<bool> DeleteAsync(string name, RunDeadline deadline)
    {
        var fullName = FullName(name);
        try
        {
            await CallAsync(fullName, "DeleteParameter",
                token => client.DeleteParameterAsync(new DeleteParameterRequest { Name = fullName }, token), deadline);
            return true;
        }
        catch (ParameterStoreException failure) when (failure.InnerException is ParameterNotFoundException)
        {
            return false;
        }
        finally
        {
            Forget();
        }
    }

    /// <summary>Forgets what was listed, and lists again.</summary>
    public async Task RefreshAsync(RunDeadline deadline)
    {
        Forget();
        await ListAsync(deadline);
    }

    public override string ToString() => $"{Prefix} ({_snapshot?.Values.Count ?? 0} parameters listed)";

    private async Task<ImmutableSortedDictionary<string, ParameterValue>> ListAsync(RunDeadline deadline)
    {
        if (_snapshot is { } known && (timeToLive is null || time.GetElapsedTime(known.TakenAt) < timeToLive))
            return known.Values;

        var writes = Volatile.Read(ref _writes);
        var path = Prefix.Length > 0 ? Prefix : "/";
        var values = ImmutableSortedDictionary.CreateBuilder<string, ParameterValue>(StringComparer.Ordinal);
        var request = new GetParametersByPathRequest { Path = path, WithDecryption = true, MaxResults = PageSize };
        do
        {
            var page = await CallAsync(path, "GetParametersByPath", token => client.GetParametersByPathAsync(request, token), deadline);
            foreach (var parameter in page.Parameters ?? [])
                values[NameBelow(parameter.Name)] = new ParameterValue(parameter.Value, parameter.Type == ParameterType.SecureString);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        var snapshot = new Snapshot(values.ToImmutable(), time.GetTimestamp());
        // A listing that a write overtook may lack it, and is not kept.
        if (writes == Volatile.Read(ref _writes))
            _snapshot = snapshot;
        return snapshot.Values;
    }

    private void Forget()
    {
        Interlocked.Increment(ref _writes);
        _snapshot = null;
    }

    private async Task<long> PutAsync(PutParameterRequest request, RunDeadline deadline)
    {
        try
        {
            var response = await CallAsync(request.Name, "PutParameter", token => client.PutParameterAsync(request, token), deadline);
            return response.Version ?? 0;
        }
        finally
        {
            // Also after a failure: the write may have taken effect.
            Forget();
        }
    }

    private async Task<T> CallAsync<T>(string parameter, string operation, Func<CancellationToken, Task<T>> call, RunDeadline deadline)
    {
        try
        {
            return await retry.ExecuteAsync(operation, call, deadline);
        }
        catch (Exception failure) when (!deadline.Token.IsCancellationRequested)
        {
            throw new ParameterStoreException(parameter, failure);
        }
    }

    private string FullName(string name) => $"{Prefix}/{Checked(name)}";

    // At the root there may be names without a slash.
    private string NameBelow(string fullName) => fullName[Prefix.Length..].TrimStart('/');

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }

    private static string Normalise(string prefix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        return prefix.TrimEnd('/');
    }
}

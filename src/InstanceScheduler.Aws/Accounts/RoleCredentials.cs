using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Accounts;

/// <summary>Credentials of a role, for all runs of the process: whoever needs them first assumes the role, the others wait for that.</summary>
/// <remarks>They change under the clients that use them, so that a run whose credentials end goes on with new ones.</remarks>
/// <param name="role">The role.</param>
/// <param name="sts">Gives the client of the function's region.</param>
/// <param name="realClock">Clock of expiry.</param>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore holds nothing unless its wait handle is asked for.")]
internal sealed class RoleCredentials(RoleArn role, Func<IAmazonSecurityTokenService> sts, TimeProvider realClock) : AWSCredentials
{
    // A role that is assumed with a role's credentials gets no longer sessions.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // No invocation takes longer.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile SessionAWSCredentials? _current;
    private SessionRequest? _session;
    private DateTimeOffset _end;

    /// <summary>Those that a call made now would use; null: the role was never assumed.</summary>
    public SessionAWSCredentials? Current => _current;

    public override ImmutableCredentials GetCredentials() =>
        _current?.GetCredentials() ?? throw new InvalidOperationException($"role {role} was not assumed; ensure that before any call");

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.FromResult(GetCredentials());

    /// <summary>Assumes the role, unless what is there lasts until the deadline.</summary>
    public async Task EnsureAsync(SessionRequest session, AwsRetry retry, RunDeadline deadline)
    {
        var needed = deadline.Left < LongestRun ? deadline.Left : LongestRun;
        await AssumeAsync(() => _current is null || _end - realClock.GetUtcNow() <= needed, session, retry, deadline);
    }

    /// <summary>Assumes the role again, unless somebody else did since.</summary>
    /// <param name="used">What AWS no longer takes.</param>
    /// <param name="retry">The retry layer.</param>
    /// <param name="deadline">By when to give up.</param>
    public Task RenewAsync(SessionAWSCredentials? used, AwsRetry retry, RunDeadline deadline) =>
        AssumeAsync(() => ReferenceEquals(_current, used), _session!, retry, deadline);

    private async Task AssumeAsync(Func<bool> isNeeded, SessionRequest session, AwsRetry retry, RunDeadline deadline)
    {
        await _gate.WaitAsync(deadline.Token);
        try
        {
            if (!isNeeded())
                return;
            var request = new AssumeRoleRequest
            {
                RoleArn = role.Text,
                RoleSessionName = session.Name,
                ExternalId = session.ExternalId,
                DurationSeconds = (int)Lifetime.TotalSeconds,
            };
            // From before the call, on our own clock: that of STS may differ.
            var start = realClock.GetUtcNow();
            var answer = await retry.ExecuteAsync("AssumeRole", token => sts().AssumeRoleAsync(request, token), deadline);
            (_session, _end) = (session, start + Lifetime);
            _current = new SessionAWSCredentials(answer.Credentials.AccessKeyId, answer.Credentials.SecretAccessKey, answer.Credentials.SessionToken);
        }
        finally
        {
            _gate.Release();
        }
    }
}

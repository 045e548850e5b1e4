using System.Collections.Concurrent;
using System.Collections.Immutable;
using Amazon.SecurityToken;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Aws.Services;

namespace InstanceScheduler.Aws.Accounts;

/// <summary>The roles that this process has assumed: each about once an hour, whatever runs.</summary>
/// <param name="sts">Gives the client of the function's region, whose sessions hold in every region.</param>
/// <param name="realClock">Clock of expiry.</param>
internal sealed class AssumedRoles(Func<IAmazonSecurityTokenService> sts, TimeProvider realClock)
{
    private readonly ConcurrentDictionary<string, RoleCredentials> _roles = new(StringComparer.Ordinal);

    /// <summary>Credentials that last until the deadline. What AWS refuses is thrown as it came, and asked for again next time.</summary>
    public async Task<RoleCredentials> AssumeAsync(RoleArn role, SessionRequest session, AwsRetry retry, RunDeadline deadline)
    {
        var credentials = _roles.GetOrAdd(role.Text, _ => new RoleCredentials(role, sts, realClock));
        await credentials.EnsureAsync(session, retry, deadline);
        return credentials;
    }

    /// <summary>The roles that AWS refuses, and why. One that could not be asked for is not among them.</summary>
    /// <param name="roles">The roles, and the session to ask for with each.</param>
    /// <param name="atOnce">How many to ask for at once.</param>
    /// <param name="retry">The retry layer.</param>
    /// <param name="deadline">Ends the asking.</param>
    public async Task<ImmutableArray<(RoleArn Role, Exception Failure)>> FindRefusedAsync(
        ImmutableArray<(RoleArn Role, SessionRequest Session)> roles, int atOnce, AwsRetry retry, RunDeadline deadline)
    {
        var failures = new Exception?[roles.Length];
        await FewAtOnce.ForEachAsync(roles, atOnce, async (asked, place) =>
        {
            try
            {
                await AssumeAsync(asked.Role, asked.Session, retry, deadline);
            }
            catch (Exception failure)
            {
                failures[place] = failure;
            }
        });
        return
        [
            .. from place in Enumerable.Range(0, roles.Length)
               let failure = failures[place]
               where failure is not null && !AwsFailure.IsTemporary(failure)
               select (roles[place].Role, failure),
        ];
    }
}

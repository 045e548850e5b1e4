using System.Collections.Immutable;
using System.Text.RegularExpressions;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Sns;

/// <summary>The topics of all accounts and regions, and every message that was published to one.</summary>
internal sealed partial class LocalTopics(LocalAwsOptions options, TimeProvider time)
{
    private ImmutableHashSet<string> _arns = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
    private ImmutableList<PublishedMessage> _messages = [];
    private long _sequence;

    /// <summary>In the order in which they were published.</summary>
    public IReadOnlyList<PublishedMessage> Messages => _messages;

    internal DeniedActions Denied { get; } = new();

    /// <summary>Makes a topic, or finds the one that has the name already, and gives its ARN.</summary>
    /// <param name="name">1 to 256 letters, digits, <c>-</c> or <c>_</c>.</param>
    /// <param name="account">Null means the hub.</param>
    /// <param name="region">Null means the hub's.</param>
    public string Add(string name, string? account = null, string? region = null)
    {
        if (!TopicName().IsMatch(name))
        {
            throw new ArgumentException($"'{name}' is no name of a topic; use 1 to 256 letters, digits, '-' or '_'.", nameof(name));
        }

        var arn = Arn.Of("sns", region ?? options.HubRegion, account ?? options.HubAccount, name);
        ImmutableInterlocked.Update(ref _arns, (arns, one) => arns.Add(one), arn);
        return arn;
    }

    /// <summary>False where there is no such topic. Its messages stay on record.</summary>
    public bool Remove(string arn) => ImmutableInterlocked.Update(ref _arns, (arns, one) => arns.Remove(one), arn);

    /// <summary>From now on nobody of the account may do this there: <c>sns:Publish</c>.</summary>
    public void Deny(string account, string region, string action) => Denied.Deny(account, region, action);

    public void Allow(string account, string region, string action) => Denied.Allow(account, region, action);

    /// <summary>Forgets the messages so far.</summary>
    public void Clear() => _messages = [];

    internal bool Contains(string arn) => _arns.Contains(arn);

    internal PublishedMessage Record(string topicArn, string? subject, string message)
    {
        // Numbered, not random: the same run gives the same ids.
        var id = $"00000000-0000-5000-8000-{Interlocked.Increment(ref _sequence):x12}";
        var published = new PublishedMessage(id, time.GetUtcNow(), topicArn, subject, message);
        ImmutableInterlocked.Update(ref _messages, (messages, one) => messages.Add(one), published);
        return published;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_\-]{1,256}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TopicName();
}

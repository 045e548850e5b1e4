using System.Collections.Concurrent;
using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.Calls;

namespace InstanceScheduler.Simulator.LocalAws.Faults;

/// <summary>Faults by chance, the same for the same seed: each call's fate follows from what it is, not from when its turn comes.</summary>
/// <param name="seed">Any number.</param>
/// <param name="share">How many of all calls go wrong, from 0 to 1.</param>
/// <param name="kills">How many of all calls kill their caller, from 0 to 1.</param>
internal sealed class RandomFaults(int seed, double share, double kills)
{
    private const string Denied = "AccessDenied";

    private static readonly ImmutableArray<LocalFault> Common =
    [
        LocalFault.LoseAnswer, LocalFault.LoseRequest, LocalFault.TimeOutAfter, LocalFault.TimeOutBefore, LocalFault.CutAnswer,
        LocalFault.Answer("InternalError", 500), LocalFault.Answer("ServiceUnavailable", 503),
    ];

    // How each service says that there were too many calls, and that credentials have ended.
    private static readonly ImmutableDictionary<string, ImmutableArray<LocalFault>> Menus = new Dictionary<string, ImmutableArray<LocalFault>>(StringComparer.Ordinal)
    {
        ["ec2"] = Menu(LocalFault.Answer("RequestLimitExceeded", 503), LocalFault.Answer("RequestExpired")),
        ["rds"] = Menu(LocalFault.Answer("Throttling"), LocalFault.Answer("ExpiredToken", 403)),
        ["dynamodb"] = Menu(LocalFault.Answer("ThrottlingException"), LocalFault.Answer("ExpiredTokenException")),
        ["ssm"] = Menu(LocalFault.Answer("ThrottlingException"), LocalFault.Answer("ExpiredTokenException")),
        ["lambda"] = Menu(LocalFault.Answer("TooManyRequestsException", 429), LocalFault.Answer("ExpiredTokenException", 403)),
        ["sns"] = Menu(LocalFault.Answer("Throttling"), LocalFault.Answer("ExpiredToken", 403)),
        ["sts"] = Menu(LocalFault.Answer("Throttling"), LocalFault.Answer(Denied, 403)),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);

    /// <summary>What goes wrong with a call; null: nothing.</summary>
    /// <param name="part">The part of the play that the call belongs to; the calls of each are counted by themselves.</param>
    /// <param name="call">The call.</param>
    public LocalFault? For(string part, CallRequest call)
    {
        var identity = $"{part} {call.Service} {call.Operation} {string.Join(',', call.Resources)}";
        var nth = _calls.AddOrUpdate(identity, 1, (_, count) => count + 1);
        var chance = new Random(HashCode(identity, nth));
        var roll = chance.NextDouble();
        if (roll < kills)
            return chance.Next(2) == 0 ? LocalFault.KillBefore : LocalFault.KillAfter;
        if (roll >= kills + share)
            return null;
        var menu = Menus.GetValueOrDefault(call.Service, Common);
        return menu[chance.Next(menu.Length)];
    }

    /// <summary>Forgets what was counted; call when the parts so far are over.</summary>
    public void Forget() => _calls.Clear();

    // Throttles are the commonest fault of all.
    private static ImmutableArray<LocalFault> Menu(LocalFault throttle, LocalFault credentials) => [.. Common, throttle, throttle, throttle, credentials];

    // The platform's own differs from process to process.
    private int HashCode(string identity, int nth)
    {
        var hash = 2166136261u ^ (uint)seed;
        foreach (var letter in identity)
            hash = (hash ^ letter) * 16777619u;
        hash = (hash ^ (uint)nth) * 16777619u;
        return (int)(hash ^ (hash >> 15));
    }
}

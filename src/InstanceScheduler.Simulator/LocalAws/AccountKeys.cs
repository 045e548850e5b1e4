using System.Collections.Concurrent;

namespace InstanceScheduler.Simulator.LocalAws;

/// <summary>Which account an access key belongs to. A key that nobody registered belongs to the hub.</summary>
internal sealed class AccountKeys(string hubAccount)
{
    /// <summary>Somebody of the hub: a test, as a rule.</summary>
    public const string HubKey = "AKIDHUB";

    /// <summary>The role of the scheduler's function.</summary>
    public const string FunctionKey = "AKIDFUNCTION";

    /// <summary>A user of the hub who runs <c>scheduler-cli</c>.</summary>
    public const string OperatorKey = "AKIDOPERATOR";

    private readonly ConcurrentDictionary<string, string> _accounts = new(StringComparer.Ordinal) { [HubKey] = hubAccount };

    /// <summary>The role that acts with the hub's key, which is the function's; null: none was deployed.</summary>
    public string? HubRole { get; set; }

    public string this[string accessKeyId]
    {
        get => _accounts.GetValueOrDefault(accessKeyId, hubAccount);
        set => _accounts[accessKeyId] = value;
    }
}

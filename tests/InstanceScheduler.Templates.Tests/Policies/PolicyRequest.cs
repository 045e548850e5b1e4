namespace InstanceScheduler.Templates.Tests.Policies;

/// <summary>What IAM judges: one action on one resource, with what is known of the call.</summary>
/// <param name="Action"><c>ec2:StartInstances</c></param>
/// <param name="Resource">An ARN; <c>*</c> for an action that knows no resources.</param>
/// <param name="Context">Condition keys; those with several values have several. A key that is not there is absent from the call.</param>
internal sealed record PolicyRequest(string Action, string Resource, IReadOnlyDictionary<string, IReadOnlyList<string>> Context)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Nothing = [];

    public PolicyRequest(string action, string resource)
        : this(action, resource, Nothing)
    {
    }

    public PolicyRequest With(string key, params string[] values) =>
        this with { Context = new Dictionary<string, IReadOnlyList<string>>(Context, StringComparer.OrdinalIgnoreCase) { [key] = values } };

    /// <summary>Null where the call does not carry the key. Keys have no case.</summary>
    public IReadOnlyList<string>? this[string key] =>
        Context.FirstOrDefault(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase)).Value;

    public override string ToString() =>
        $"{Action} on {Resource}{string.Concat(Context.Select(entry => $" with {entry.Key}={string.Join('|', entry.Value)}"))}";
}

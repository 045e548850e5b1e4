namespace InstanceScheduler.Templates.Tests.Policies;

/// <summary>One line of a <c>Condition</c>: an operator, a key and the values of which one has to fit.</summary>
internal sealed class ConditionOperator
{
    private const string AnyValue = "ForAnyValue:";
    private const string AllValues = "ForAllValues:";
    private const string OnlyIfThere = "IfExists";
    private const string Presence = "Null";

    private static readonly Dictionary<string, Func<string, string, bool>> Comparisons = new(StringComparer.Ordinal)
    {
        ["StringEquals"] = string.Equals,
        ["StringEqualsIgnoreCase"] = (value, given) => string.Equals(value, given, StringComparison.OrdinalIgnoreCase),
        ["StringLike"] = (value, given) => Wildcard.Matches(value, given),
        ["ArnEquals"] = Wildcard.MatchesArn,
        ["ArnLike"] = Wildcard.MatchesArn,
        ["Bool"] = (value, given) => string.Equals(value, given, StringComparison.OrdinalIgnoreCase),
    };

    private readonly string _text;
    private readonly string _key;
    private readonly IReadOnlyList<string> _values;
    private readonly Func<string, string, bool> _fits;
    private readonly (bool Any, bool All, bool IfExists, bool Not) _how;

    /// <param name="text">As written, with <c>ForAnyValue:</c>, <c>ForAllValues:</c> or <c>IfExists</c>.</param>
    /// <param name="key">Without regard to case.</param>
    /// <param name="values">At least one.</param>
    /// <exception cref="PolicyException">The operator is not known here.</exception>
    public ConditionOperator(string text, string key, IReadOnlyList<string> values)
    {
        (_text, _key, _values) = (text, key, values);
        _how = (text.StartsWith(AnyValue, StringComparison.Ordinal), text.StartsWith(AllValues, StringComparison.Ordinal), text.EndsWith(OnlyIfThere, StringComparison.Ordinal), false);
        var name = text[(_how.Any ? AnyValue.Length : _how.All ? AllValues.Length : 0)..(_how.IfExists ? text.Length - OnlyIfThere.Length : text.Length)];
        if (name.Contains("Not", StringComparison.Ordinal))
            (_how.Not, name) = (true, name.Replace("Not", "", StringComparison.Ordinal));
        _fits = text == Presence ? (_, _) => false : Comparisons.GetValueOrDefault(name)
            ?? throw new PolicyException($"The condition operator '{text}' is not known; add it here with rows of its own before a policy uses it.");
    }

    public bool Holds(PolicyRequest request)
    {
        var given = request[_key];
        if (_text == Presence)
            return _values.Any(value => bool.Parse(value) == given is null);
        if (_how.All)
            return (given ?? []).All(Fits);
        if (given is null)
            return _how.IfExists || (_how.Not && !_how.Any);
        if (_how.Any)
            return given.Any(Fits);
        return given.Count == 1
            ? Fits(given[0])
            : throw new PolicyException($"{_text} on {_key} meets {given.Count} values; write {AnyValue} or {AllValues} before it.");
    }

    private bool Fits(string given) => _values.Any(value => _fits(value, given)) != _how.Not;
}

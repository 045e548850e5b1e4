using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>The filters of a listing: an item passes if one of the values of each matches, exactly.</summary>
internal sealed class RdsFilters<T>
{
    private readonly (Func<T, IEnumerable<string?>> Subject, IReadOnlyList<string> Values)[] _filters;

    /// <param name="input">The request.</param>
    /// <param name="known">By name, what of an item a value may match.</param>
    public RdsFilters(QueryParameters input, IReadOnlyDictionary<string, Func<T, IEnumerable<string?>>> known) =>
        _filters = [.. input.StructuresOf("Filters", "Filter", "Name").Select(prefix => Read(input, prefix, known))];

    public bool Pass(T item) => Array.TrueForAll(
        _filters, filter => filter.Subject(item).Any(text => text is not null && filter.Values.Contains(text, StringComparer.Ordinal)));

    private static (Func<T, IEnumerable<string?>> Subject, IReadOnlyList<string> Values) Read(
        QueryParameters input, string prefix, IReadOnlyDictionary<string, Func<T, IEnumerable<string?>>> known)
    {
        var name = input[prefix + ".Name"]!;
        if (!known.TryGetValue(name, out var subject))
        {
            throw new AwsException(RdsErrors.InvalidValue, $"Unrecognized filter name: {name}");
        }

        var values = input.ValuesOf(prefix + ".Values", "Value");
        return values.Count > 0 ? (subject, values) : throw RdsErrors.Missing(prefix + ".Values");
    }
}

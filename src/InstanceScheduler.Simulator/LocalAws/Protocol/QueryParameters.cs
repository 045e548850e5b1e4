using System.Net;
using System.Text;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>The parameters of a query-protocol request, from the body of a POST or the address of a GET.</summary>
internal sealed class QueryParameters
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public QueryParameters(WireRequest request)
    {
        Read(request.Query);
        Read(Encoding.UTF8.GetString(request.Body.Span));
    }

    public string? this[string name] => _values.GetValueOrDefault(name);

    public bool Flag(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>Name.1</c>, <c>Name.2</c>, …</summary>
    public IReadOnlyList<string> List(string name)
    {
        var list = new List<string>();
        while (_values.TryGetValue($"{name}.{list.Count + 1}", out var value))
        {
            list.Add(value);
        }

        return list;
    }

    /// <summary>The prefixes <c>Name.1</c>, <c>Name.2</c>, … of a list of structures, as far as their member is given.</summary>
    public IEnumerable<string> Structures(string name, string member)
    {
        for (var i = 1; _values.ContainsKey($"{name}.{i}.{member}"); i++)
        {
            yield return $"{name}.{i}";
        }
    }

    private void Read(string encoded)
    {
        foreach (var range in encoded.AsSpan().Split('&'))
        {
            var pair = encoded.AsSpan(range);
            var equals = pair.IndexOf('=');
            if (equals > 0)
            {
                _values[WebUtility.UrlDecode(pair[..equals].ToString())] = WebUtility.UrlDecode(pair[(equals + 1)..].ToString());
            }
        }
    }
}

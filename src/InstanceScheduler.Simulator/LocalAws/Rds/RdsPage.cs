using System.Globalization;
using System.Text;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Which part of a listing was asked for. A marker names the last id seen: pages survive changes in between.</summary>
/// <param name="Size">Items at most.</param>
/// <param name="After">The last id of the page before; null for the first page.</param>
internal sealed record RdsPage(int Size, string? After)
{
    private const int Smallest = 20;
    private const int Largest = 100;
    private const string MarkerPrefix = "after:";

    public static RdsPage Read(QueryParameters input) => new(
        input["MaxRecords"] is { } size ? ReadSize(size) : Largest,
        input["Marker"] is { Length: > 0 } marker ? ReadMarker(marker) : null);

    /// <summary>The items of the page as they are to be shown, and the marker of the next one; null on the last.</summary>
    /// <param name="items">All after <see cref="After"/>, by id.</param>
    /// <param name="passes">Whether the listing holds the item.</param>
    /// <param name="view">The item as it is to be shown.</param>
    public (IReadOnlyList<TView> Views, string? Marker) Take<T, TView>(
        IEnumerable<KeyValuePair<string, T>> items, Func<T, bool> passes, Func<T, TView> view)
    {
        var views = new List<TView>();
        var last = "";
        foreach (var (id, item) in items)
        {
            if (!passes(item))
            {
                continue;
            }

            if (views.Count == Size)
            {
                return (views, Convert.ToBase64String(Encoding.ASCII.GetBytes(MarkerPrefix + last)));
            }

            views.Add(view(item));
            last = id;
        }

        return (views, null);
    }

    private static int ReadSize(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) && size is >= Smallest and <= Largest
            ? size
            : throw new AwsException(
                RdsErrors.InvalidValue, $"Invalid value {text} for MaxRecords. Must be between {Smallest} and {Largest}");

    private static string ReadMarker(string marker)
    {
        var bytes = new byte[marker.Length];
        return Convert.TryFromBase64String(marker, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length) is var text
            && text.StartsWith(MarkerPrefix, StringComparison.Ordinal)
                ? text[MarkerPrefix.Length..]
                : throw new AwsException(RdsErrors.InvalidValue, "The Marker was not returned by a previous request.");
    }
}

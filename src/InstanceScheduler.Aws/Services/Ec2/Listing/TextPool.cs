namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Keeps texts that many instances have alike once.</summary>
internal sealed class TextPool
{
    private readonly HashSet<string> _texts;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TextPool()
    {
        _texts = new HashSet<string>(StringComparer.Ordinal);
        _lookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        if (_lookup.TryGetValue(text, out var known))
            return known;
        var made = text.ToString();
        _texts.Add(made);
        return made;
    }
}

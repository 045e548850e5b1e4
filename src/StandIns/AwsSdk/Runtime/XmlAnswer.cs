using System.Globalization;
using System.Xml;

namespace Amazon.Runtime;

/// <summary>
/// A forward-only walk over an answer: one element is held at a time, so a list costs what its items cost.
/// An element that nobody reads is passed over.
/// </summary>
internal sealed class XmlAnswer(XmlReader xml)
{
    private bool _read;

    /// <summary>The names of the elements directly in the current one; the answer stands on the one just named.</summary>
    public IEnumerable<string> Members()
    {
        var empty = xml.IsEmptyElement;
        xml.ReadStartElement();
        while (!empty && xml.MoveToContent() != XmlNodeType.EndElement)
        {
            _read = false;
            if (xml.NodeType == XmlNodeType.Element)
                yield return xml.LocalName;
            if (!_read)
                xml.Skip();
        }

        if (!empty)
            xml.ReadEndElement();
        _read = true;
    }

    public T Into<T>(T target, MemberReader<T> read)
    {
        foreach (var member in Members())
            read(this, member, target);
        return target;
    }

    /// <summary>The elements of a list; null, as the official clients say it, if there are none.</summary>
    public List<T>? List<T>(string element, Func<XmlAnswer, T> read)
    {
        List<T>? items = null;
        foreach (var member in Members())
        {
            if (string.Equals(member, element, StringComparison.Ordinal))
                (items ??= []).Add(read(this));
        }

        return items;
    }

    public List<string>? Texts(string element) => List(element, static answer => answer.Text());

    public string Text()
    {
        _read = true;
        return xml.ReadElementContentAsString();
    }

    public bool? Boolean() => Text() is { Length: > 0 } text ? bool.Parse(text) : null;

    /// <summary>An instant, in UTC.</summary>
    public DateTime? Timestamp() => Text() is { Length: > 0 } text
        ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : null;
}

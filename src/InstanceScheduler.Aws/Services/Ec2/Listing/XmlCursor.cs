using System.Xml;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Walks over XML from element to element; what nobody asks for is passed over without a string of it being made.</summary>
internal sealed class XmlCursor : IDisposable
{
    private readonly XmlReader _xml;
    private char[] _text = new char[512];

    /// <param name="stream">Stays open.</param>
    /// <param name="names">Names in it are those of the table: they can be compared by reference.</param>
    public XmlCursor(Stream stream, XmlNameTable names)
    {
        _xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            NameTable = names,
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
        });
        _xml.MoveToContent();
    }

    /// <summary>How deep the present element is; the root is 0.</summary>
    public int Depth => _xml.Depth;

    /// <summary>Name of the present element, from the table.</summary>
    public string Name => _xml.LocalName;

    /// <summary>Goes to the next element right below an element of this depth; false at the end of that.</summary>
    public bool MoveToChild(int depth)
    {
        if (_xml.IsEmptyElement && _xml.Depth == depth)
            return false;
        while (_xml.Read())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                if (_xml.Depth == depth + 1)
                    return true;
            }
            else if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The text of the present element; good until the next is read.</summary>
    public ReadOnlySpan<char> ReadText()
    {
        var length = 0;
        if (_xml.IsEmptyElement)
            return default;
        while (_xml.Read() && _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
        {
            while (_xml.ReadValueChunk(_text, length, _text.Length - length) is > 0 and var read)
            {
                length += read;
                if (length == _text.Length)
                    Array.Resize(ref _text, 2 * length);
            }
        }

        return _text.AsSpan(0, length);
    }

    public void Dispose() => _xml.Dispose();
}

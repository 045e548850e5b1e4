using System.Xml;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Walks over UTF-8 XML from element to element; what nobody asks for is passed over at the speed of a search for <c>&lt;</c>.</summary>
/// <remarks>
/// For what AWS sends: entities, CDATA, comments and instructions are known; document types are refused; prefixes and the names of end
/// tags are not looked at. That a document is whole is: one that ends early is an error. Tests hold it against the framework's reader.
/// </remarks>
internal sealed class XmlCursor : IDisposable
{
    private readonly XmlBytes _bytes;
    private readonly XmlText _text = new();
    private byte[] _name = new byte[64];
    private int _nameLength;
    private int _open;
    private bool _isEmpty;

    /// <param name="stream">Stays open.</param>
    /// <exception cref="XmlException">It does not begin as XML.</exception>
    public XmlCursor(Stream stream)
    {
        _bytes = new XmlBytes(stream);
        while (!ReadTag())
        {
        }
    }

    /// <summary>How deep the present element is; the root is 0.</summary>
    public int Depth { get; private set; }

    /// <summary>Name of the present element.</summary>
    public ReadOnlySpan<byte> Name => _name.AsSpan(0, _nameLength);

    /// <summary>Goes to the next element right below the present one of this depth; false at the end of that.</summary>
    /// <exception cref="XmlException">The XML ends before, or is none.</exception>
    public bool MoveToChild(int depth)
    {
        if (_isEmpty && Depth == depth)
            return false;
        while (true)
        {
            if (ReadTag())
            {
                if (Depth == depth + 1)
                    return true;
            }
            else if (_open <= depth)
            {
                return false;
            }
        }
    }

    /// <summary>The text of the present element, up to its end or an element in it; good until the next is read.</summary>
    /// <exception cref="XmlException">The XML ends before, or is none.</exception>
    public ReadOnlySpan<char> ReadText()
    {
        _text.Clear();
        while (!_isEmpty)
        {
            _text.AddEscaped(ReadToTag());
            var rest = _bytes.AtLeast(2);
            if (rest[1] == (byte)'!')
                ReadSection();
            else if (rest[1] == (byte)'?')
                _bytes.PassThrough("?>"u8);
            else
            {
                if (rest[1] == (byte)'/')
                    ReadTag();
                break;
            }
        }

        return _text.Written;
    }

    public void Dispose() => _bytes.Dispose();

    // Whether it is one that begins an element; passes the text before it.
    private bool ReadTag()
    {
        PassText();
        switch (_bytes.AtLeast(2)[1])
        {
            case (byte)'/':
                if (--_open < 0)
                    throw new XmlException("The XML ends an element that has not begun.");
                _bytes.PassThrough(">"u8);
                _isEmpty = false;
                return false;
            case (byte)'?':
                _bytes.PassThrough("?>"u8);
                return false;
            case (byte)'!':
                ReadSection();
                return false;
            default:
                ReadBegin();
                return true;
        }
    }

    private void ReadBegin()
    {
        int end;
        while ((end = EndOfTag(_bytes.Rest)) < 0)
            _bytes.Read();
        var tag = _bytes.Rest[1..end];
        _isEmpty = tag.EndsWith("/"u8);
        Depth = _open;
        if (!_isEmpty)
            _open++;
        var name = tag.IndexOfAny(" \t\r\n/"u8) is >= 0 and var length ? tag[..length] : tag;
        if (name.IsEmpty)
            throw new XmlException("The XML has an element without a name.");
        if (name.Length > _name.Length)
            _name = new byte[2 * name.Length];
        name.CopyTo(_name);
        _nameLength = name.Length;
        _bytes.Pass(end + 1);
    }

    // A value of an attribute may have a '>' in it.
    private static int EndOfTag(ReadOnlySpan<byte> tag)
    {
        for (var at = 0; ;)
        {
            var found = tag[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
            if (found < 0)
                return -1;
            at += found;
            if (tag[at] == (byte)'>')
                return at;
            var quote = tag[(at + 1)..].IndexOf(tag[at]);
            if (quote < 0)
                return -1;
            at += quote + 2;
        }
    }

    // Text in CDATA counts as read, though whoever passes over it does not look.
    private void ReadSection()
    {
        if (_bytes.AtLeast(4).StartsWith("<!--"u8))
        {
            _bytes.Pass(4);
            _bytes.PassThrough("-->"u8);
            return;
        }

        if (!_bytes.AtLeast(9).StartsWith("<![CDATA["u8))
            throw new XmlException("The XML declares a document type, which is refused.");
        _bytes.Pass(9);
        int end;
        while ((end = _bytes.Rest.IndexOf("]]>"u8)) < 0)
            _bytes.Read();
        _text.AddPlain(_bytes.Rest[..end]);
        _bytes.Pass(end + 3);
    }

    private void PassText()
    {
        int tag;
        while ((tag = _bytes.Rest.IndexOf((byte)'<')) < 0)
        {
            _bytes.Pass(_bytes.Rest.Length);
            _bytes.Read();
        }

        _bytes.Pass(tag);
    }

    private ReadOnlySpan<byte> ReadToTag()
    {
        int tag;
        while ((tag = _bytes.Rest.IndexOf((byte)'<')) < 0)
            _bytes.Read();
        var text = _bytes.Rest[..tag];
        _bytes.Pass(tag);
        return text;
    }
}

using System.Globalization;
using System.Text;
using System.Xml;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Character data, put together from the pieces in which it comes.</summary>
internal sealed class XmlText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private char[] _characters = new char[512];
    private int _length;

    public ReadOnlySpan<char> Written => _characters.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Text between elements, in which entities stand for characters.</summary>
    /// <exception cref="XmlException">It is no text.</exception>
    public void AddEscaped(ReadOnlySpan<byte> text)
    {
        int entity;
        while ((entity = text.IndexOf((byte)'&')) >= 0)
        {
            AddPlain(text[..entity]);
            var end = text[entity..].IndexOf((byte)';');
            if (end < 0)
                throw new XmlException("An entity in the XML has no end.");
            AddEntity(text.Slice(entity + 1, end - 1));
            text = text[(entity + end + 1)..];
        }

        AddPlain(text);
    }

    /// <summary>Text that is taken as it stands.</summary>
    /// <exception cref="XmlException">It is not UTF-8.</exception>
    public void AddPlain(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        try
        {
            _length += Strict.GetChars(text, _characters.AsSpan(_length));
        }
        catch (DecoderFallbackException failure)
        {
            throw new XmlException("The XML is not UTF-8.", failure);
        }
    }

    private void AddEntity(ReadOnlySpan<byte> name)
    {
        Reserve(2);
        if (name.StartsWith("#"u8))
        {
            var code = CodeOf(name[1..]);
            if (!Rune.TryCreate(code, out var rune))
                throw new XmlException($"The XML has the character {code}, which is none.");
            _length += rune.EncodeToUtf16(_characters.AsSpan(_length));
            return;
        }

        _characters[_length++] = name switch
        {
            _ when name.SequenceEqual("amp"u8) => '&',
            _ when name.SequenceEqual("lt"u8) => '<',
            _ when name.SequenceEqual("gt"u8) => '>',
            _ when name.SequenceEqual("quot"u8) => '"',
            _ when name.SequenceEqual("apos"u8) => '\'',
            _ => throw new XmlException($"The XML has an unknown entity, &{Encoding.UTF8.GetString(name)};."),
        };
    }

    private static int CodeOf(ReadOnlySpan<byte> digits)
    {
        var isHexadecimal = digits.StartsWith("x"u8);
        return int.TryParse(
            isHexadecimal ? digits[1..] : digits, isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : -1;
    }

    private void Reserve(int characters)
    {
        if (_characters.Length - _length < characters)
            Array.Resize(ref _characters, Math.Max(2 * _characters.Length, _length + characters));
    }
}

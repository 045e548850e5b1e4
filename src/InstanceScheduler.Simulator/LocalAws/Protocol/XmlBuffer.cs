using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>Writes XML as UTF-8 without an object model: large listings are most of a simulation's traffic.</summary>
internal sealed class XmlBuffer
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'\r");

    private const int LongestCharacter = 3;
    private const int FirstSize = 1024;

    private readonly ImmutableArray<ReadOnlyMemory<byte>>.Builder _pieces = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
    private byte[] _bytes = new byte[FirstSize];
    private int _length;

    /// <summary>What was written; since the last <see cref="Kept"/>, if there was one.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>All that was written, in order.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Pieces => [.. _pieces, Written];

    /// <summary>Makes room at once for so many bytes, which spares large listings the copying from buffer to larger buffer.</summary>
    public void Reserve(int bytes) => Room(bytes);

    /// <summary>Markup, copied as it stands.</summary>
    public XmlBuffer Raw(ReadOnlySpan<byte> markup)
    {
        markup.CopyTo(Room(markup.Length));
        _length += markup.Length;
        return this;
    }

    /// <summary>Markup that somebody keeps: it is not copied, and must not change.</summary>
    public XmlBuffer Kept(ReadOnlyMemory<byte> markup)
    {
        _pieces.Add(Written);
        _pieces.Add(markup);
        (_bytes, _length) = (new byte[FirstSize], 0);
        return this;
    }

    /// <summary>Character data, escaped.</summary>
    public XmlBuffer Text(ReadOnlySpan<char> text)
    {
        int special;
        while ((special = text.IndexOfAny(Special)) >= 0)
        {
            Encode(text[..special]);
            Raw(Entity(text[special]));
            text = text[(special + 1)..];
        }

        Encode(text);
        return this;
    }

    public XmlBuffer Number(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        return Raw(digits[..written]);
    }

    /// <summary><c>2026-11-23T01:00:03.000Z</c></summary>
    public XmlBuffer Time(DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[24];
        time.UtcDateTime.TryFormat(text, out var written, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return Raw(text[..written]);
    }

    /// <summary>An element with character data only.</summary>
    public XmlBuffer Element(ReadOnlySpan<byte> name, ReadOnlySpan<char> text) =>
        Raw("<"u8).Raw(name).Raw(">"u8).Text(text).Raw("</"u8).Raw(name).Raw(">"u8);

    private void Encode(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, Room(text.Length * LongestCharacter));

    private Span<byte> Room(int bytes)
    {
        if (_bytes.Length - _length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
        }

        return _bytes.AsSpan(_length);
    }

    private static ReadOnlySpan<byte> Entity(char special) => special switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        '\'' => "&apos;"u8,
        _ => "&#xD;"u8,
    };
}

using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Reads an input file into its JSON documents; one, several one after the other, or an array of them.</summary>
/// <remarks>Operators join the listings of several regions and accounts with <c>cat</c>, which gives no array and no commas.</remarks>
internal static partial class InputFile
{
    public static Stream Open(string path, string remedy)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw InputFileException.Of(new InputProblem(path, Item: null, $"the file cannot be read ({e.Message.TrimEnd('.')})", remedy), e);
        }
    }

    public static IReadOnlyList<JsonElement> Documents(Stream stream, string file, string remedy)
    {
        var utf8 = ReadAsUtf8(stream, file);
        var documents = new List<JsonElement>();
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowMultipleValues = true });
            while (reader.Read())
            {
                using var document = JsonDocument.ParseValue(ref reader);
                documents.Add(document.RootElement.Clone());
            }
        }
        catch (JsonException e)
        {
            throw InputFileException.Of(new InputProblem(file, Position(utf8, e), "the JSON is broken off or not JSON", remedy), e);
        }

        return documents.Count == 0
            ? throw InputFileException.Of(new InputProblem(file, Item: null, "the file is empty", remedy))
            : [.. documents.SelectMany(Unwrap)];
    }

    private static IEnumerable<JsonElement> Unwrap(JsonElement document) =>
        document.ValueKind == JsonValueKind.Array ? document.EnumerateArray() : [document];

    private static byte[] ReadAsUtf8(Stream stream, string file)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var text = Text(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), file);
        return Encoding.UTF8.GetBytes(Escape().Replace(text, escape => escape.Groups["lone"].Success ? @"\uFFFD" : escape.Value));
    }

    // A redirection in a Windows shell writes UTF-16 with a byte order mark. Other bytes, of GBK for instance, are not guessed at:
    // a replacement mark in the value of a tag would be another schedule.
    private static string Text(ReadOnlySpan<byte> bytes, string file)
    {
        var (name, encoding) = Marked(bytes);
        var content = bytes.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes;
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            var line = content[..Math.Clamp(e.Index, 0, content.Length)].Count((byte)'\n') + 1;
            throw InputFileException.Of(new InputProblem(file, $"line {line}", $"the text is not {name}", "Save it with UTF-8"), e);
        }
    }

    private static (string Name, Encoding Encoding) Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => ("UTF-16", new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)),
        [0xFE, 0xFF, ..] => ("UTF-16", new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)),
        _ => ("UTF-8", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true)),
    };

    // Half a character is valid JSON, but no string can be made of it: one such tag would cost the whole file.
    [GeneratedRegex(
        @"\\(u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();

    // The parser counts bytes from zero; editors count characters from one.
    private static string Position(ReadOnlySpan<byte> utf8, JsonException fault)
    {
        var line = (int)(fault.LineNumber ?? 0);
        for (var skipped = 0; skipped < line; skipped++)
        {
            utf8 = utf8[(utf8.IndexOf((byte)'\n') + 1)..];
        }

        var bytes = Math.Min((int)(fault.BytePositionInLine ?? 0), utf8.Length);
        return $"line {line + 1}, column {Encoding.UTF8.GetCharCount(utf8[..bytes]) + 1}";
    }
}

using System.Text;

namespace InstanceScheduler.Cli.ConfigFiles;

/// <summary>Reads the files that people name.</summary>
internal static class TextFile
{
    // Names in another encoding, such as GBK, would come out as others.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="path">As it was typed; <c>-</c> is the standard input.</param>
    /// <param name="input">The standard input.</param>
    /// <exception cref="CliException">It cannot be read, or is not UTF-8.</exception>
    public static string Read(string path, TextReader input)
    {
        try
        {
            return path == "-" ? input.ReadToEnd() : File.ReadAllText(path, Utf8);
        }
        catch (DecoderFallbackException failure)
        {
            throw new CliException(ExitCode.Unusable, $"{path} is not UTF-8; save it as UTF-8 and try again", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CliException(ExitCode.Unusable, $"{path} cannot be read: {failure.Message}", failure);
        }
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>Error bodies of the JSON protocols.</summary>
internal static class JsonErrors
{
    public static byte[] Body(string type, string message, string furtherMembers = "") =>
        Encoding.UTF8.GetBytes($"{{\"__type\":\"{Escaped(type)}\",\"message\":\"{Escaped(message)}\"{furtherMembers}}}");

    /// <summary>What a function's runtime answers with when the function failed.</summary>
    public static byte[] FunctionError(string type, string message) =>
        Encoding.UTF8.GetBytes($"{{\"errorType\":\"{Escaped(type)}\",\"errorMessage\":\"{Escaped(message)}\"}}");

    // AWS leaves apostrophes and angle brackets as they are; no browser reads this.
    private static JsonEncodedText Escaped(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}

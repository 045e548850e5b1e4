using System.Text;
using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>The error body of the JSON protocols.</summary>
internal static class JsonErrors
{
    public static byte[] Body(string type, string message, string furtherMembers = "") => Encoding.UTF8.GetBytes(
        $"{{\"__type\":\"{JsonEncodedText.Encode(type)}\",\"message\":\"{JsonEncodedText.Encode(message)}\"{furtherMembers}}}");
}

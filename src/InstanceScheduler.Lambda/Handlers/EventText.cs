using System.Text.Json;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Finds texts that are JSON and yet no text: half a surrogate, or bytes that are no UTF-8. Whoever read one would fail.</summary>
internal static class EventText
{
    /// <param name="json">The event, or a part of it.</param>
    /// <param name="unread">Fields of it that may hold anything.</param>
    public static bool IsReadable(JsonElement json, params ReadOnlySpan<string> unread)
    {
        try
        {
            Read(json, unread);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Read(JsonElement json, params ReadOnlySpan<string> unread)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var element in json.EnumerateArray())
                    Read(element);
                break;
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                    if (!unread.Contains(member.Name))
                        Read(member.Value);

                break;
        }
    }
}

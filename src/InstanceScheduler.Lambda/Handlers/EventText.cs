using System.Text.Json;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Finds texts that are JSON and yet no text: half a surrogate, or bytes that are no UTF-8. Whoever read one would fail.</summary>
internal static class EventText
{
    public static bool IsReadable(JsonElement json)
    {
        try
        {
            Read(json);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Read(JsonElement json)
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
                {
                    _ = member.Name;
                    Read(member.Value);
                }

                break;
        }
    }
}

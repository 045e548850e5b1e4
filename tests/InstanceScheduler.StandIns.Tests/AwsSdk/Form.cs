using System.Text;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

/// <summary>The fields of a form body, decoded.</summary>
internal static class Form
{
    public static SortedDictionary<string, string> Of(WireRequest sent) => new(
        Encoding.ASCII.GetString(sent.Body).Split('&').Select(field => field.Split('=')).ToDictionary(
            field => Uri.UnescapeDataString(field[0]), field => Uri.UnescapeDataString(field[1]), StringComparer.Ordinal),
        StringComparer.Ordinal);

    public static string Text(WireRequest sent) => string.Join('\n', Of(sent).Select(field => $"{field.Key}={field.Value}"));
}

using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.StateTable;

/// <summary>When AWS said it will start a stopped database by itself, remembered where intents are: <c>restarts 2026-11-30T01:00:00Z</c>.</summary>
internal static class RestartNote
{
    private const string Prefix = "restarts ";

    private static readonly InstantPattern Pattern = InstantPattern.ExtendedIso;

    public static string Of(Instant time) => Prefix + Pattern.Format(time);

    /// <summary>Null when the text is no such note.</summary>
    public static Instant? TryParse(string? text) =>
        text?.StartsWith(Prefix, StringComparison.Ordinal) == true && Pattern.Parse(text[Prefix.Length..]) is { Success: true, Value: var time } ? time : null;
}

namespace InstanceScheduler.Cli.CalendarFiles;

/// <summary>Formats of the files that calendars are imported from.</summary>
internal static class CalendarFormats
{
    public const string Auto = "auto";
    public const string Json = "json";
    public const string Ics = "ics";

    public static readonly string[] All = [Auto, Json, Ics];
}

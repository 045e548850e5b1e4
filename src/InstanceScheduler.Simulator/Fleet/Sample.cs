using NodaTime;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>A made-up company in Beijing and Ningxia, to play with before feeding the simulator one's own files.</summary>
/// <remarks>The JSON files are in the formats an operator would save, and go through the same readers.</remarks>
internal static class Sample
{
    /// <summary>
    /// A Monday chosen for what its week holds: the nearest working day to the 25th, the fourth Monday, the last Friday, the last day
    /// of the month, and the night in which the clocks of the Pacific coast go back.
    /// </summary>
    public static LocalDate FirstDay { get; } = new(2026, 10, 26);

    public static DateTimeZone Zone => DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public const string HubAccount = "123456789012";

    public static IReadOnlyList<HumanAction> Actions { get; } =
    [
        // Tuesday: somebody is done early. The schedule leaves it off until its next begin.
        new(1, new LocalTime(14, 0), "i-0a11c0de000000b03", HumanActionKind.Stop),

        // Wednesday, before the period: with retain_running the evening does not stop it.
        new(2, new LocalTime(7, 30), "i-0a11c0de000000b05", HumanActionKind.Start),

        // Thursday morning: a box that only knows an end of the day is started by whoever needs it.
        new(3, new LocalTime(10, 15), "i-0a11c0de000000a0a", HumanActionKind.Start),

        // Saturday evening, twice the same idea: one schedule lets it be, the enforced one does not.
        new(5, new LocalTime(20, 10), "i-0a11c0de000000b02", HumanActionKind.Start),
        new(5, new LocalTime(20, 20), "i-0a11c0de000000a07", HumanActionKind.Start),
    ];

    public static FleetReading Fleet() => Read("sample-fleet.json", FleetFile.Read);

    public static ConfigReading Config() => Read("sample-config.json", ConfigFile.Read);

    public static PriceList Prices() => Read("sample-prices.json", PriceList.Read);

    /// <summary>The text of a sample file, for operators who want to start from it.</summary>
    public static Stream Open(string file) =>
        typeof(Sample).Assembly.GetManifestResourceStream(file)
        ?? throw new ArgumentException($"There is no sample file \"{file}\".", nameof(file));

    private static T Read<T>(string file, Func<Stream, string, T> reader)
    {
        using var stream = Open(file);
        return reader(stream, file);
    }
}

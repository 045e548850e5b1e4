using InstanceScheduler.Simulator.Play;
using NodaTime;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>A made-up company in Beijing and Ningxia, to play with before feeding the simulator one's own files.</summary>
/// <remarks>The JSON files are in the formats an operator would save, and go through the same readers.</remarks>
internal sealed record Sample
{
    public const string HubAccount = "123456789012";

    /// <summary>
    /// A Monday chosen for what its week holds: the nearest working day to the 25th, the fourth Monday, the last Friday, the last day
    /// of the month, and the night in which the clocks of the Pacific coast go back.
    /// </summary>
    public static Sample Week { get; } = new()
    {
        Name = "week",
        Title = "the sample fleet",
        FleetFile = "sample-fleet.json",
        ConfigFile = "sample-config.json",
        FirstDay = new LocalDate(2026, 10, 26),
        Actions = WeekActions.All,
    };

    /// <summary>All services: two weeks, so that databases meet their seven-day limit, with people in it and with things going wrong.</summary>
    public static Sample Fortnight { get; } = new()
    {
        Name = "fortnight",
        Title = "the sample fleet with databases",
        FleetFile = "fortnight-fleet.json",
        ConfigFile = "fortnight-config.json",
        FirstDay = new LocalDate(2026, 11, 23),
        Days = 14,
        Tick = 15,
        Actions = FortnightActions.All,
        Incidents = FortnightIncidents.All,
    };

    /// <summary>
    /// The week's fleet through 2026, hour by hour: with the calendar of mainland China, a night shift, interns in the summer, and two
    /// overrides that end by themselves.
    /// </summary>
    public static Sample Year { get; } = new()
    {
        Name = "year",
        Title = "the sample fleet",
        FleetFile = "sample-fleet.json",
        ConfigFile = "year-config.json",
        FirstDay = new LocalDate(2026, 1, 1),
        Days = 365,
        Tick = 60,
        Actions = YearActions.All,
    };

    /// <summary>The samples by the names that the command line takes, the default one first.</summary>
    public static IReadOnlyList<Sample> All { get; } = [Week, Fortnight, Year];

    /// <summary>The names, to be read.</summary>
    public static string Names => $"{string.Join(", ", All.SkipLast(1).Select(sample => sample.Name))} or {All[^1].Name}";

    public static DateTimeZone Zone => DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public required string Name { get; init; }

    /// <summary>Whose days are played.</summary>
    public required string Title { get; init; }

    public required string FleetFile { get; init; }

    public required string ConfigFile { get; init; }

    public required LocalDate FirstDay { get; init; }

    public int Days { get; init; } = 7;

    /// <summary>Minutes between ticks.</summary>
    public int Tick { get; init; } = 5;

    public IReadOnlyList<HumanAction> Actions { get; init; } = [];

    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    public FleetReading Fleet() => Read(FleetFile, Simulator.Fleet.FleetFile.Read);

    public ConfigReading Config() => Read(ConfigFile, Simulator.Fleet.ConfigFile.Read);

    public static PriceList Prices() => Read("sample-prices.json", PriceList.Read);

    private static T Read<T>(string file, Func<Stream, string, T> reader)
    {
        using var stream = typeof(Sample).Assembly.GetManifestResourceStream(file)
            ?? throw new ArgumentException($"There is no sample file \"{file}\".", nameof(file));
        return reader(stream, file);
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Simulator.Fleet;
using NodaTime;

namespace InstanceScheduler.Simulator.Play;

/// <summary>All that a play needs.</summary>
internal sealed record SimulationInput
{
    public required string Title { get; init; }

    public required FleetReading Fleet { get; init; }

    /// <summary>Items of the configuration table in DynamoDB's JSON.</summary>
    public required IReadOnlyList<JsonElement> Config { get; init; }

    public PriceList? Prices { get; init; }

    public IReadOnlyList<HumanAction> Humans { get; init; } = [];

    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>What the readers left out.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>First local day, which begins at 00:00.</summary>
    public required LocalDate FirstDay { get; init; }

    public int Days { get; init; } = 7;

    public Duration Tick { get; init; } = Duration.FromMinutes(5);

    public required DateTimeZone Zone { get; init; }

    /// <summary>A published binary to drive over loopback; null: the function in this process.</summary>
    public string? FunctionPath { get; init; }

    public Instant Start => Zone.AtStartOfDay(FirstDay).ToInstant();

    public Instant End => Zone.AtStartOfDay(FirstDay.PlusDays(Days)).ToInstant();

    public int Ticks => (int)Math.Ceiling((End - Start) / Tick);
}

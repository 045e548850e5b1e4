using System.Text.Json;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Vectors.Tests.Harness;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>A period asked at a local time; the result is its state, or <c>error</c>.</summary>
public sealed record PeriodCase(string Id, ConfigItem Item, PeriodItem Period, LocalDateTime Local, string Theirs) : IVectorCase<string>
{
    public const string Error = "error";

    public static PeriodCase Read(JsonElement json)
    {
        var period = json.GetProperty("period");
        return new PeriodCase(
            json.GetProperty("id").GetString()!,
            TableItem.Read(ConfigTypes.Period, "p", period),
            PeriodItem.Read(period, "p"),
            LocalDateTimePattern.ExtendedIso.Parse(json.GetProperty("local").GetString()!).Value,
            json.TryGetProperty("error", out _) ? Error : json.GetProperty("expected").GetString()!);
    }

    public string Ours() =>
        ConfigurationReader.Read([Item]).Periods.TryGetValue("p", out var period) ? NameOf(period.StateAt(Local)) : Error;

    private static string NameOf(DesiredState state) => state switch
    {
        DesiredState.Running => "running",
        DesiredState.Stopped => "stopped",
        DesiredState.Any => "any",
        _ => "stopped_for_resize",
    };
}

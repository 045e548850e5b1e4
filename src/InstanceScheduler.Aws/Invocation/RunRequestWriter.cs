using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Core.Configuration;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Aws.Invocation;

/// <summary>Writes <c>scheduler:run</c> events.</summary>
internal static class RunRequestWriter
{
    /// <summary>Larger events are sent without schedules and periods; AWS takes 256 KB.</summary>
    public const int MostBytes = 200_000;

    private static readonly Duration DefaultMaxOverride = new SchedulerSettings().MaxOverride;

    public static ReadOnlyMemory<byte> Write(RunRequest request) => Write(request, RunItems.Of(request.Items, request.DispatchTime));

    /// <param name="request">The request.</param>
    /// <param name="items">Its items, written before: the same for every event of a tick.</param>
    public static ReadOnlyMemory<byte> Write(RunRequest request, RunItems items)
    {
        if (items.Length > MostBytes)
            items = RunItems.None;
        var whole = WriteWhole(request, items);
        return whole.Length <= MostBytes ? whole : WriteWhole(request, RunItems.None);
    }

    private static ReadOnlyMemory<byte> WriteWhole(RunRequest request, RunItems items)
    {
        var buffer = new ArrayBufferWriter<byte>(items.Length + 2048);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString(RunFields.Action, RunFields.RunAction);
            if (request.Account is { } account)
                json.WriteString(RunFields.Account, account);
            json.WriteStartObject(RunFields.Configuration);
            WriteSettings(json, request.Settings, request.DryRun);
            items.WriteTo(json);
            json.WriteEndObject();
            if (request.DispatchTime is { } instant)
                json.WriteString(RunFields.DispatchTime, InstantPattern.ExtendedIso.Format(instant));
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteSettings(Utf8JsonWriter json, SchedulerSettings settings, bool isDryRun)
    {
        json.WriteString(RunFields.TagName, settings.TagName);
        json.WriteString(RunFields.DefaultTimeZone, settings.DefaultTimeZone);
        json.WriteBoolean(RunFields.Trace, settings.Trace);
        json.WriteBoolean(RunFields.UseMetrics, settings.UseMetrics);
        json.WriteBoolean(RunFields.ScheduleClusters, settings.ScheduleClusters);
        json.WriteBoolean(RunFields.CreateRdsSnapshot, settings.CreateRdsSnapshot);
        json.WriteBoolean(RunFields.ScheduleLambdaAccount, settings.ScheduleLambdaAccount);
        json.WriteBoolean(RunFields.DryRun, isDryRun);
        if (settings.StartedTags is { } started)
            json.WriteString(RunFields.StartedTags, started);
        if (settings.StoppedTags is { } stopped)
            json.WriteString(RunFields.StoppedTags, stopped);
        if (settings.MaxOverride != DefaultMaxOverride)
            json.WriteString(RunFields.MaxOverride, DurationText.Format(settings.MaxOverride));
        WriteList(json, RunFields.Regions, settings.Regions);
        WriteList(json, RunFields.CrossAccountRoles, settings.CrossAccountRoles);
        WriteList(json, RunFields.ScheduledServices, settings.ScheduledServices);
    }

    /// <summary>An empty list is left out.</summary>
    public static void WriteList(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (values.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}

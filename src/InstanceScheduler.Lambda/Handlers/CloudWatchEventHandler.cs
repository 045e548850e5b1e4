using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Invocation;
using InstanceScheduler.Aws.Notices;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Tagging;
using InstanceScheduler.Lambda.Scheduling;
using InstanceScheduler.Lambda.Settings;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>A tick: reads the configuration and fans out, one asynchronous invocation per target.</summary>
internal sealed partial class CloudWatchEventHandler(
    FunctionEnvironment environment, AwsClients clients, ManagedAccounts accounts, AssumedRoles roles, TargetRunner runner,
    Announcements announcements, TimeProvider time) : IEventHandler
{
    private readonly SourceGeneratorLambdaJsonSerializer<EventJson> _serializer = new();

    public bool Recognises(JsonElement request, FunctionSettings settings) =>
        request.HasText("detail-type", "Scheduled Event")
        && request.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array && resources.GetArrayLength() > 0
        && resources[0].ValueKind == JsonValueKind.String
        && resources[0].GetString()!.Split('/')[^1] is var rule && settings.IsSchedulerRule(rule);

    public async Task HandleAsync(Invocation invocation, Utf8JsonWriter answer)
    {
        var tick = Read(invocation.Event);
        var account = tick.Account is { Length: > 0 } own ? own : invocation.Settings.Account;
        var instant = InstantOf(tick.Time) ?? Instant.FromDateTimeOffset(time.GetUtcNow());

        var items = await new ConfigTableReader(clients.DynamoDb, invocation.Retry).ReadAsync(invocation.Settings.ConfigTable, invocation.Acting);
        var configuration = ConfigurationReader.Read(items);
        var problems = new ProblemList();
        foreach (var problem in configuration.Problems)
            problems.Add(new Problem("Configuration", problem.ToString(), [], IsStanding: true) { Severity = ProblemSeverity.Error });
        foreach (var end in CalendarEnds.Soon(configuration, instant))
            problems.Add(new Problem("CalendarEnds", end.ToString(), [], IsStanding: true));
        var managed = await accounts.ListAsync(configuration.Settings, account, invocation.Retry, invocation.Acting);
        problems.AddRange(managed.Problems);
        var targets = TargetList.Of(configuration.Settings, managed.Accounts, environment.Region, problems);
        configuration = configuration with { Settings = RenderTags(configuration.Settings, invocation.Settings.StackName, instant, problems) };
        LogTick(invocation.Logger, instant.ToString(), targets.Length, configuration.Schedules.Count);

        var isDryRun = invocation.Settings.DryRun || DryRunField.IsSet(invocation.Event);
        if (invocation.Event.IsTrue("no_lambda"))
            RunResultWriter.Write(answer, await runner.RunAsync(invocation, targets, configuration, instant, isDryRun));
        else
        {
            var invoker = new FunctionInvoker(clients.Lambda, environment.FunctionName, invocation.Retry);
            var dispatch = new Dispatch(invoker, roles, invocation.Settings.ExternalId, invocation.Retry, time);
            var request = new RunRequest(configuration.Settings, items, instant) { DryRun = isDryRun };
            Dispatched.Write(answer, await dispatch.RunAsync(targets, request, problems, invocation.Acting));
        }

        var report = new RunReport(HealthSource.Tick, instant, [.. problems.All]) { DryRun = isDryRun ? DryRunActions.None : null };
        await announcements.For(invocation, invocation.Logger, invocation.Retry).TellAsync("tick", report, invocation.Saving);
    }

    // An event without a time has the first of all, which is no time to decide for.
    private static Instant? InstantOf(DateTime time) => EventTime.WithinCalendar(
        Instant.FromDateTimeUtc(time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime()));

    // Every target of a tick gets the same tags, however long it takes to get its turn.
    private static SchedulerSettings RenderTags(SchedulerSettings settings, string stack, Instant instant, ProblemList problems)
    {
        return settings with { StartedTags = Render(ConfigAttributes.StartedTags, settings.StartedTags), StoppedTags = Render(ConfigAttributes.StoppedTags, settings.StoppedTags) };

        string? Render(string attribute, string? template)
        {
            var rendered = TagTemplate.Render(attribute, template, stack, instant).WithoutScheduleTag(attribute, settings.TagName);
            foreach (var problem in rendered.Problems)
                problems.AddStanding("Configuration", $"config \"scheduler\": {problem}", id: null, remedy: null);
            return rendered.Text;
        }
    }

    private ScheduledEvent Read(JsonElement request)
    {
        using var stream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(request, JsonElementJson.Default.JsonElement));
        return _serializer.Deserialize<ScheduledEvent>(stream);
    }

    [LoggerMessage(EventName = "Tick", Level = LogLevel.Information, Message = "Tick for {Instant}: {Targets} targets, {Schedules} usable schedules")]
    private static partial void LogTick(ILogger logger, string instant, int targets, int schedules);
}

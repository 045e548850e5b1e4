using System.Collections.Immutable;
using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using InstanceScheduler.Aws;
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
    FunctionEnvironment environment, AwsClients clients, TargetRunner runner, Announcements announcements, TimeProvider time) : IEventHandler
{
    private const int ConcurrentInvokes = 10;

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
        var instant = tick.Time == default ? Instant.FromDateTimeOffset(time.GetUtcNow())
            : Instant.FromDateTimeUtc(tick.Time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(tick.Time, DateTimeKind.Utc) : tick.Time.ToUniversalTime());

        var items = await new ConfigTableReader(clients.DynamoDb, invocation.Retry).ReadAsync(invocation.Settings.ConfigTable, invocation.Acting);
        var configuration = ConfigurationReader.Read(items);
        var problems = new ProblemList();
        foreach (var problem in configuration.Problems)
            problems.Add(new Problem("Configuration", problem.ToString(), [], IsStanding: true) { Severity = ProblemSeverity.Error });
        var targets = TargetList.Of(configuration.Settings, account, environment.Region, problems);
        configuration = configuration with { Settings = RenderTags(configuration.Settings, invocation.Settings.StackName, instant, problems) };
        LogTick(invocation.Logger, instant.ToString(), targets.Length, configuration.Schedules.Count);

        var isDryRun = invocation.Settings.DryRun || DryRunField.IsSet(invocation.Event);
        if (invocation.Event.IsTrue("no_lambda"))
            await RunHereAsync(invocation, targets, configuration, instant, isDryRun, answer);
        else
            await FanOutAsync(invocation, targets, configuration.Settings, items, instant, isDryRun, problems, answer);
        var report = new RunReport(HealthSource.Tick, instant, [.. problems.All]) { DryRun = isDryRun ? DryRunActions.None : null };
        await announcements.For(invocation, invocation.Logger, invocation.Retry).TellAsync("tick", report, invocation.Saving);
    }

    // Every target of a tick gets the same tags, however long it takes to get its turn.
    private static SchedulerSettings RenderTags(SchedulerSettings settings, string stack, Instant instant, ProblemList problems)
    {
        return settings with { StartedTags = Render(ConfigAttributes.StartedTags, settings.StartedTags), StoppedTags = Render(ConfigAttributes.StoppedTags, settings.StoppedTags) };

        string? Render(string attribute, string? template)
        {
            var rendered = TagTemplate.Render(attribute, template, stack, instant);
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

    private async Task RunHereAsync(
        Invocation invocation, ImmutableArray<Target> targets, SchedulerConfiguration configuration, Instant instant, bool isDryRun,
        Utf8JsonWriter answer)
    {
        var results = new List<TargetResult>();
        foreach (var target in targets)
            results.Add(await runner.RunAsync(invocation, target, configuration, instant, isDryRun));
        RunResultWriter.Write(answer, results);
    }

    private async Task FanOutAsync(
        Invocation invocation, ImmutableArray<Target> targets, SchedulerSettings settings, ImmutableArray<ConfigItem> items, Instant instant,
        bool isDryRun, ProblemList problems, Utf8JsonWriter answer)
    {
        var invoker = new FunctionInvoker(clients.Lambda, environment.FunctionName, invocation.Retry);
        using var limit = new SemaphoreSlim(ConcurrentInvokes);
        var dispatches = await Task.WhenAll(targets.Select(DispatchAsync));

        answer.WriteStartArray();
        foreach (var dispatch in dispatches)
        {
            answer.WriteStartObject();
            WriteList(answer, "services", dispatch.Target.Service);
            WriteList(answer, "accounts", dispatch.Target.Account);
            WriteList(answer, "regions", dispatch.Target.Region);
            answer.WriteNumber("lambda_invoke_result", dispatch.Status);
            answer.WriteString("lambda_request_id", dispatch.RequestId);
            answer.WriteEndObject();
            if (dispatch.Failure is { } failure)
                problems.Add(AwsProblem.Of($"the invocation for {dispatch.Target}", failure, []));
        }

        answer.WriteEndArray();

        async Task<(Target Target, int Status, string RequestId, Exception? Failure)> DispatchAsync(Target target)
        {
            var isIn = false;
            try
            {
                await limit.WaitAsync(invocation.Acting.Token);
                isIn = true;
                var narrowed = settings with { ScheduledServices = [target.Service], Regions = [target.Region], CrossAccountRoles = [] };
                var (status, requestId) = await invoker.InvokeAsync(
                    RunRequestWriter.Write(new RunRequest(narrowed, items, instant) { Account = target.Account, DryRun = isDryRun }), invocation.Acting);
                return (target, status, requestId, null);
            }
            catch (Exception failure)
            {
                return (target, 0, "", failure);
            }
            finally
            {
                if (isIn)
                    limit.Release();
            }
        }
    }

    private static void WriteList(Utf8JsonWriter answer, string name, string only)
    {
        answer.WriteStartArray(name);
        answer.WriteStringValue(only);
        answer.WriteEndArray();
    }

    [LoggerMessage(EventName = "Tick", Level = LogLevel.Information, Message = "Tick for {Instant}: {Targets} targets, {Schedules} usable schedules")]
    private static partial void LogTick(ILogger logger, string instant, int targets, int schedules);
}

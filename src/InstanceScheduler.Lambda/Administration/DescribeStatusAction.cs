using System.Text.Json;
using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.Health;
using InstanceScheduler.Aws.Problems;
using InstanceScheduler.Aws.StateTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>describe-status</c>: how every target of the present configuration is, as its last runs left it in the state table.</summary>
internal sealed class DescribeStatusAction(ConfigAccess config, TargetAccess targets, AwsClients clients) : IAdminAction
{
    public string Name => "describe-status";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames();
        var invocation = request.Invocation;
        var configuration = ConfigurationReader.Read((await config.ReadAsync(invocation)).Items);
        var listed = await targets.ListAsync(configuration.Settings, invocation, new ProblemList());
        var health = await new HealthTable(clients.DynamoDb, invocation.Settings.StateTable, invocation.Retry).ReadAllAsync(invocation.Acting);
        var states = new LastChanges(clients.DynamoDb, invocation.Settings.StateTable, invocation.Retry);

        answer.WriteStartObject();
        answer.WriteStartObject("Tick");
        WriteHealth(answer, health.GetValueOrDefault(HealthSource.Tick.Key));
        answer.WriteEndObject();
        answer.WriteStartArray("Targets");
        foreach (var service in listed.GroupBy(target => target.Service, StringComparer.Ordinal))
        {
            var changes = await states.ReadAsync(service.Key, invocation.Acting);
            foreach (var target in service)
                WriteTarget(answer, target, changes.TryGetValue(target.StateKey, out var change) ? change : null, health.GetValueOrDefault(HealthSource.Of(target).Key));
        }

        answer.WriteEndArray();
        answer.WriteEndObject();
        AnswerSize.Check(answer, "look at the state table itself");
    }

    private static void WriteTarget(Utf8JsonWriter answer, Target target, Instant? change, TargetHealth? health)
    {
        answer.WriteStartObject();
        answer.WriteString("Target", HealthSource.Of(target).Key);
        answer.WriteString("Service", target.Service);
        answer.WriteString("Account", target.Account);
        answer.WriteString("Region", target.Region);
        answer.WriteString("LastChange", Text(change));
        WriteCount(answer, "Managed", health?.Counts.Managed);
        WriteCount(answer, "Running", health?.Counts.Running);
        WriteCount(answer, "Started", health?.Counts.Started);
        WriteCount(answer, "Stopped", health?.Counts.Stopped);
        WriteHealth(answer, health);
        answer.WriteEndObject();
    }

    private static void WriteHealth(Utf8JsonWriter answer, TargetHealth? health)
    {
        answer.WriteString("Updated", Text(health?.Updated));
        answer.WriteStartArray("Problems");
        foreach (var cause in (health?.Causes ?? []).Where(cause => cause.GoneSince is null))
            WriteProblem(answer, cause);
        answer.WriteEndArray();
    }

    private static void WriteProblem(Utf8JsonWriter answer, ProblemCause cause)
    {
        answer.WriteStartObject();
        answer.WriteString("Code", cause.Code);
        answer.WriteString("Message", cause.Message);
        answer.WriteString("Severity", cause.Severity.ToString());
        answer.WriteNumber("Count", cause.Count);
        answer.WriteStartArray("Ids");
        foreach (var id in cause.Ids)
            answer.WriteStringValue(id);
        answer.WriteEndArray();
        answer.WriteString("Remedy", cause.Remedy);
        answer.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter answer, string name, int? count)
    {
        if (count is { } number)
            answer.WriteNumber(name, number);
        else
            answer.WriteNull(name);
    }

    private static string? Text(Instant? instant) => instant is { } known ? InstantPattern.ExtendedIso.Format(known) : null;
}

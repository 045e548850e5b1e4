using System.Text.Json;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Lambda.CustomResources;
using InstanceScheduler.Lambda.Settings;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Keeps a schedule as a template declares it. Answers whether CloudFormation got its answer.</summary>
internal sealed class ScheduleResourceHandler(AwsClients clients, AnsweredWork answered) : IEventHandler
{
    public bool Recognises(JsonElement request, FunctionSettings settings) => ResourceRequest.Is(request, ResourceFields.ScheduleType);

    public async Task HandleAsync(Invocation invocation, Utf8JsonWriter answer)
    {
        var request = new ResourceRequest(invocation.Event);
        var table = new StackItemTable(clients.DynamoDb, invocation.Settings.ConfigTable, invocation.Retry);
        var schedule = new ScheduleResource(request, table, invocation.Logger);
        answer.WriteBooleanValue(await answered.DoAsync(request, schedule.ExpectedId, schedule.DoAsync, AnswerTerms.Of(invocation)));
    }
}

using System.Text.Json;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Lambda.CustomResources;
using InstanceScheduler.Lambda.Settings;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Writes the scheduler's own configuration when its stack is made or updated.</summary>
internal sealed class SchedulerSetupHandler(
    FunctionEnvironment environment, AwsClients clients, AnsweredWork answered, TimeProvider time, TimeProvider? realClock) : IEventHandler
{
    public bool Recognises(JsonElement request, FunctionSettings settings) => ResourceRequest.Is(request, ResourceFields.SetupType);

    public async Task HandleAsync(Invocation invocation, Utf8JsonWriter answer)
    {
        var request = new ResourceRequest(invocation.Event);
        var table = new SetupTable(clients.DynamoDb, invocation.Settings.ConfigTable, invocation.Retry);
        var setup = new SetupResource(request, table, environment.Region, invocation.Logger, time, realClock);
        await answered.DoAsync(request, SetupResource.NewId(request), setup.DoAsync, AnswerTerms.Of(invocation));
        answer.WriteNullValue();
    }
}

using System.Text.Json;
using InstanceScheduler.Aws.Accounts;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Aws.Invocation;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Lambda.Scheduling;
using InstanceScheduler.Lambda.Settings;
using NodaTime;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Runs the targets of a <c>scheduler:run</c> event; never invokes anything itself.</summary>
internal sealed class SchedulerRequestHandler(
    FunctionEnvironment environment, AwsClients clients, ManagedAccounts accounts, TargetRunner runner, Announcements announcements,
    TimeProvider time) : IEventHandler
{
    public bool Recognises(JsonElement request, FunctionSettings settings) => request.HasText(RunFields.Action, RunFields.RunAction);

    public async Task HandleAsync(Invocation invocation, Utf8JsonWriter answer)
    {
        var request = RunRequestReader.Read(invocation.Event);
        var configuration = await ConfigurationOfAsync(request, invocation);
        var logger = request.Settings.Trace ? invocation.Logger.From(Microsoft.Extensions.Logging.LogLevel.Debug) : invocation.Logger;
        var problems = new ProblemList();
        var managed = await accounts.ListAsync(WithOneWay(request), request.Account ?? invocation.Settings.Account, invocation.Retry, invocation.Acting);
        problems.AddRange(managed.Problems);
        var targets = TargetList.Of(request.Settings, managed.Accounts, environment.Region, problems);
        announcements.Problems.Report("event", problems.All, logger);

        var instant = request.DispatchTime ?? Instant.FromDateTimeOffset(time.GetUtcNow());
        RunResultWriter.Write(answer, await runner.RunAsync(invocation with { Logger = logger }, targets, configuration, instant, request.DryRun));
    }

    // An account that a role of the event leads to is not the function's own, though the event may not say so: with the function's
    // credentials the hub's instances would be scheduled in its name.
    private static SchedulerSettings WithOneWay(RunRequest request) =>
        request.Settings.CrossAccountRoles.Any(role => RoleArn.TryParse(role)?.Account == request.Account)
            ? request.Settings with { ScheduleLambdaAccount = false }
            : request.Settings;

    // Too many schedules for an event stand in the table; the settings of the event hold all the same.
    private async Task<SchedulerConfiguration> ConfigurationOfAsync(RunRequest request, Invocation invocation)
    {
        if (request.Items.Any(item => item.Type == ConfigTypes.Schedule))
            return ConfigurationReader.Read(request.Items);
        var table = new ConfigTableReader(clients.DynamoDb, invocation.Retry);
        var stored = await table.ReadAsync(invocation.Settings.ConfigTable, invocation.Acting);
        return ConfigurationReader.Read([.. request.Items, .. stored.Where(item => item.Type != ConfigTypes.Config)]);
    }
}

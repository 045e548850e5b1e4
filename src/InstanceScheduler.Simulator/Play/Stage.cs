using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;
using InstanceScheduler.Simulator.LocalAws.Events;

namespace InstanceScheduler.Simulator.Play;

/// <summary>A local AWS with the scheduler's stack in it, made of the template that is shipped.</summary>
/// <remarks>
/// All of the stack is there at once but what its last resource does, which needs the function to run: the first items of the
/// configuration table. Until <see cref="SetUpAsync"/> the stack is still being made, and the table is empty.
/// </remarks>
internal sealed class Stage
{
    public const string StackName = "InstanceScheduler";
    public const string FunctionName = $"{StackName}-InstanceSchedulerMain";

    private static readonly ImmutableArray<string> Capabilities = ["CAPABILITY_IAM"];

    private readonly TaskCompletionSource _function = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="options">What AWS consists of.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="timeout">How long an invocation may last; null: as long as the template says.</param>
    /// <param name="parameters">Parameters of the template by name; what is left out takes its default.</param>
    public Stage(LocalAwsOptions options, TimeProvider time, TimeSpan? timeout = null, IReadOnlyDictionary<string, string>? parameters = null)
    {
        Aws = new LocalAws.LocalAws(options, time);
        Stack = Aws.CloudFormation.Create(StackName, options.HubAccount, options.HubRegion, new StackRequest(ShippedTemplates.Hub)
        {
            Parameters = parameters ?? ImmutableDictionary<string, string>.Empty,
            Capabilities = Capabilities,
            Functions = _function.Task,
        });
        if (!Stack.State.IsBusy)
        {
            throw new InvalidOperationException($"The scheduler's stack cannot be made: {Reasons()}; correct the template or its parameters.");
        }

        Rule = Stack["SchedulerRule"]!.Made!;
        if (timeout is { } limit)
        {
            Aws.Functions.Find(FunctionName, options.HubAccount, options.HubRegion).Timeout = limit;
        }
    }

    public LocalAws.LocalAws Aws { get; }

    /// <summary>The scheduler's stack.</summary>
    public LocalStack Stack { get; }

    public string ConfigTable => Stack.PhysicalId("ConfigTable");

    public string StateTable => Stack.PhysicalId("StateTable");

    /// <summary>The ARN of the topic for notices.</summary>
    public string Topic => Stack.PhysicalId("InstanceSchedulerSnsTopic");

    /// <summary>The ARN of the function's role.</summary>
    public string RoleArn => Stack["SchedulerRole"]!.Made!.Attributes["Arn"];

    /// <summary>What ticks.</summary>
    public MadeResource Rule { get; }

    public void PutSetting(string name, string value) => Aws.Parameters.Put($"/lambdaEnvConfig/{FunctionName}/{name}", value);

    /// <summary>Removes all settings, as if somebody had deleted them by hand.</summary>
    public void RemoveSettings()
    {
        foreach (var parameter in Aws.Parameters.In(null, null).Below($"/lambdaEnvConfig/{FunctionName}", recursive: true))
            Aws.Parameters.Delete(parameter.Name);
    }

    /// <summary>Lets the stack be completed, which needs an environment of the function.</summary>
    /// <exception cref="InvalidOperationException">The function answered that it failed.</exception>
    public async Task SetUpAsync(CancellationToken stop)
    {
        _function.TrySetResult();
        await Stack.Settled.WaitAsync(stop);
        if (Stack.State.Status != "CREATE_COMPLETE")
        {
            throw new InvalidOperationException($"The scheduler's stack cannot be completed: {Reasons()}; see the function's log.");
        }
    }

    /// <summary>Makes these the configuration table's only items.</summary>
    /// <param name="items">In DynamoDB's JSON.</param>
    public void Configure(IEnumerable<JsonElement> items)
    {
        var table = Aws.Dynamo.Table(ConfigTable);
        foreach (var item in table.Items)
            table.Write(table.Schema.Of(item), _ => null);
        foreach (var item in items)
            table.PutRaw(item);
    }

    /// <summary>Deploys the template of managed accounts in an account, and gives the ARN of the role that it makes.</summary>
    /// <param name="account">Any but the hub.</param>
    /// <param name="parameters">Parameters of the template beyond the hub's account and role.</param>
    public string AddAccount(string account, params IEnumerable<(string Name, string Value)> parameters)
    {
        var given = parameters.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        given["InstanceSchedulerAccount"] = Aws.Options.HubAccount;
        given["SchedulerRoleArn"] = RoleArn;
        var remote = Aws.CloudFormation.Create($"{StackName}-remote", account, Aws.Options.HubRegion, new StackRequest(ShippedTemplates.Remote)
        {
            Parameters = given,
            Capabilities = Capabilities,
        });
        return remote.Output("CrossAccountRole");
    }

    /// <summary>What EventBridge sends for a tick.</summary>
    public ReadOnlyMemory<byte> TickEvent(DateTimeOffset time) => ScheduledEvent.Of(Rule.Attributes["Arn"], time);

    private string Reasons() => string.Join("; ", Stack.Events
        .Where(told => told.Status.EndsWith("_FAILED", StringComparison.Ordinal)).Select(told => $"{told.LogicalId}: {told.Reason}"));
}

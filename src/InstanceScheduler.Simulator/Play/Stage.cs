using System.Text;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;

namespace InstanceScheduler.Simulator.Play;

/// <summary>A local AWS with the scheduler's stack in it: tables, settings, function and rule, all under the names of a real one.</summary>
internal sealed class Stage
{
    public const string StackName = "InstanceScheduler";
    public const string FunctionName = $"{StackName}-InstanceSchedulerMain";
    public const string ConfigTable = $"{StackName}-ConfigTable";
    public const string StateTable = $"{StackName}-StateTable";
    public const string RuleName = $"{StackName}-SchedulerRule";

    private static readonly TimeSpan FunctionTimeout = TimeSpan.FromMinutes(5);

    /// <param name="options">What AWS consists of.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="timeout">How long an invocation may last; null: five minutes, as the stack says.</param>
    public Stage(LocalAwsOptions options, TimeProvider time, TimeSpan? timeout = null)
    {
        Aws = new LocalAws.LocalAws(options, time);
        Aws.Dynamo.Create(ConfigTable, "type", "name");
        Aws.Dynamo.Create(StateTable, "service", "account-region");
        Aws.Functions.Register(FunctionName, timeout ?? FunctionTimeout);
        Stack = Aws.Stacks.Add(StackName)
            .Put("Main", FunctionName, "AWS::Lambda::Function")
            .Put("ConfigTable", ConfigTable, "AWS::DynamoDB::Table")
            .Put("StateTable", StateTable, "AWS::DynamoDB::Table")
            .Put("SchedulerRule", RuleName, "AWS::Events::Rule");
        PutSetting("CONFIG_TABLE", ConfigTable);
        PutSetting("STATE_TABLE", StateTable);
        PutSetting("ACCOUNT", options.HubAccount);
        PutSetting("STACK_NAME", StackName);
        PutSetting("SCHEDULER_RULE", RuleName);
        PutSetting("SCHEDULER_FREQUENCY", "5");
        PutSetting("TRACE", "False");
    }

    public LocalAws.LocalAws Aws { get; }

    /// <summary>The scheduler's stack, with the resources that others look up in it.</summary>
    public LocalStack Stack { get; }

    public void PutSetting(string name, string value) => Aws.Parameters.Put($"/lambdaEnvConfig/{FunctionName}/{name}", value);

    /// <summary>What EventBridge sends for a tick.</summary>
    public ReadOnlyMemory<byte> TickEvent(DateTimeOffset time)
    {
        var (account, region) = (Aws.Options.HubAccount, Aws.Options.HubRegion);
        return Encoding.UTF8.GetBytes($$$"""
            {
              "version": "0",
              "id": "{{{time.ToUnixTimeSeconds():x32}}}",
              "detail-type": "Scheduled Event",
              "source": "aws.events",
              "account": "{{{account}}}",
              "time": "{{{time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}}}",
              "region": "{{{region}}}",
              "resources": ["arn:aws-cn:events:{{{region}}}:{{{account}}}:rule/{{{RuleName}}}"],
              "detail": {}
            }
            """);
    }
}

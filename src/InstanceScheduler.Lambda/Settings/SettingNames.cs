namespace InstanceScheduler.Lambda.Settings;

/// <summary>Names of the settings in Parameter Store, below the prefix.</summary>
internal static class SettingNames
{
    public const string ConfigTable = "CONFIG_TABLE";
    public const string StateTable = "STATE_TABLE";
    public const string Account = "ACCOUNT";
    public const string StackName = "STACK_NAME";
    public const string ExternalId = "EXTERNAL_ID";
    public const string SchedulerRule = "SCHEDULER_RULE";
    public const string SchedulerFrequency = "SCHEDULER_FREQUENCY";
    public const string IssuesTopicArn = "ISSUES_TOPIC_ARN";
    public const string LogGroup = "LOG_GROUP";
    public const string InformationalTags = "INFORMATIONAL_TAGS";
    public const string Trace = "TRACE";
    public const string DryRun = "DRY_RUN";
    public const string BotoRetry = "BOTO_RETRY";

    public const string PrefixRoot = "/lambdaEnvConfig/";

    /// <summary>Function name in the settings path of the older China port.</summary>
    public const string LegacyFunction = "InstanceSchedulerMain";
}

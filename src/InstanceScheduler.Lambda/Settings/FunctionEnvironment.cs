namespace InstanceScheduler.Lambda.Settings;

/// <summary>What the platform tells the process about itself; the only place where environment variables are read.</summary>
/// <param name="FunctionName">Name of the function.</param>
/// <param name="Region">Region of the function.</param>
/// <param name="SettingsPrefix">Path of the settings, where it is not the usual one; the only variable of our own.</param>
internal sealed record FunctionEnvironment(string FunctionName, string Region, string? SettingsPrefix = null)
{
    public static FunctionEnvironment FromVariables() => new(
        Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") ?? "InstanceSchedulerMain",
        Environment.GetEnvironmentVariable("AWS_REGION") ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION") ?? "cn-north-1",
        Environment.GetEnvironmentVariable("SETTINGS_PREFIX") is { Length: > 0 } prefix ? prefix : null);
}

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the sandbox tells the function about itself, read once.</summary>
internal sealed record FunctionEnvironment(
    string? RuntimeApiEndpoint,
    string FunctionName,
    string FunctionVersion,
    string LogGroupName,
    string LogStreamName,
    int MemoryLimitInMB)
{
    public const string TraceIdVariable = "_X_AMZN_TRACE_ID";

    public static FunctionEnvironment Read(string? runtimeApiEndpoint) => new(
        string.IsNullOrEmpty(runtimeApiEndpoint) ? Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API") : runtimeApiEndpoint,
        Text("AWS_LAMBDA_FUNCTION_NAME"),
        Text("AWS_LAMBDA_FUNCTION_VERSION"),
        Text("AWS_LAMBDA_LOG_GROUP_NAME"),
        Text("AWS_LAMBDA_LOG_STREAM_NAME"),
        int.TryParse(Text("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), out var megabytes) ? megabytes : 0);

    private static string Text(string variable) => Environment.GetEnvironmentVariable(variable) ?? string.Empty;
}

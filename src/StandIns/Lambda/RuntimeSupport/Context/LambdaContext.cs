using System.Net.Http.Headers;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One invocation as the headers of <c>/next</c> describe it.</summary>
internal sealed class LambdaContext : ILambdaContext
{
    private readonly FunctionEnvironment _function;
    private readonly DateTimeOffset _deadline;

    public LambdaContext(HttpResponseHeaders headers, FunctionEnvironment function)
    {
        _function = function;
        AwsRequestId = headers.GetValues("Lambda-Runtime-Aws-Request-Id").First();
        InvokedFunctionArn = Value(headers, "Lambda-Runtime-Invoked-Function-Arn") ?? string.Empty;
        TraceId = Value(headers, "Lambda-Runtime-Trace-Id");
        TenantId = Value(headers, "Lambda-Runtime-Aws-Tenant-Id");
        _ = long.TryParse(Value(headers, "Lambda-Runtime-Deadline-Ms"), out var deadline);
        _deadline = DateTimeOffset.FromUnixTimeMilliseconds(deadline);
        Logger = new LambdaConsoleLogger(AwsRequestId);
    }

    public string AwsRequestId { get; }
    public string InvokedFunctionArn { get; }
    public string? TraceId { get; }
    public string? TenantId { get; }
    public ILambdaLogger Logger { get; }
    public string FunctionName => _function.FunctionName;
    public string FunctionVersion => _function.FunctionVersion;
    public string LogGroupName => _function.LogGroupName;
    public string LogStreamName => _function.LogStreamName;
    public int MemoryLimitInMB => _function.MemoryLimitInMB;
    public TimeSpan RemainingTime => _deadline - TimeProvider.System.GetUtcNow();
    public IClientContext? ClientContext => null;
    public ICognitoIdentity? Identity => null;

    private static string? Value(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}

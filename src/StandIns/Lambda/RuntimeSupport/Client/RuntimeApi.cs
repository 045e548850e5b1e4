using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The four calls of the Lambda Runtime API; any answer but success throws and so ends the process.</summary>
internal sealed class RuntimeApi(HttpClient httpClient, FunctionEnvironment function)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue ErrorJson = new("application/vnd.aws.lambda.error+json");

    private readonly string _baseAddress = $"http://{function.RuntimeApiEndpoint}/2018-06-01/runtime/";

    public async Task<InvocationRequest> NextInvocationAsync(CancellationToken cancellationToken)
    {
        using var response = await httpClient.GetAsync(Address("invocation/next"), cancellationToken);
        response.EnsureSuccessStatusCode();
        var payload = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new InvocationRequest(new MemoryStream(payload), new LambdaContext(response.Headers, function));
    }

    public Task SendResponseAsync(string requestId, Stream output, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{requestId}/response", new OutputContent(output), Json, errorType: null, cancellationToken);

    public Task ReportInvocationErrorAsync(string requestId, Exception exception, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{requestId}/error", ErrorContent(exception), ErrorJson, exception.GetType().Name, cancellationToken);

    public Task ReportInitializationErrorAsync(Exception exception) =>
        PostAsync("init/error", ErrorContent(exception), ErrorJson, errorType: null, CancellationToken.None);

    private static ReadOnlyMemoryContent ErrorContent(Exception exception) => new(RuntimeError.ToJson(exception));

    private async Task PostAsync(
        string path, HttpContent content, MediaTypeHeaderValue contentType, string? errorType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(path)) { Content = content };
        content.Headers.ContentType = contentType;
        if (errorType is not null)
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);
        using var response = await httpClient.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private Uri Address(string path) => new(_baseAddress + path);
}

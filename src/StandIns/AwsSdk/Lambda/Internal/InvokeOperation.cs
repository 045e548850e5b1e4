using System.Globalization;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda.Internal;

internal static class InvokeOperation
{
    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new RequestMarshaller<InvokeRequest>(LambdaService.Description, Write),
        ResponseUnmarshaller = new RestResponseUnmarshaller<InvokeResponse>(Read, LambdaService.Error),
    };

    private static void Write(IRequest http, InvokeRequest request)
    {
        http.HttpMethod = "POST";
        http.ResourcePath = "/2015-03-31/functions/{FunctionName}/invocations";
        http.AddPathResource("{FunctionName}", request.FunctionName ?? throw new AmazonLambdaException("FunctionName is required."));
        http.UseQueryString = true;
        if (request.Qualifier is not null)
            http.Parameters.Add("Qualifier", request.Qualifier);

        SetHeader(http, "X-Amz-Invocation-Type", request.InvocationType?.Value);
        SetHeader(http, "X-Amz-Log-Type", request.LogType?.Value);
        SetHeader(http, "X-Amz-Client-Context", request.ClientContextBase64);

        http.ContentStream = request.PayloadStream ?? new MemoryStream();
        SetHeader(http, "Content-Length", http.ContentStream.Length.ToString(CultureInfo.InvariantCulture));
        SetHeader(http, "Content-Type", http.ContentStream.Length > 0 ? "binary/octet-stream" : null);
    }

    private static InvokeResponse Read(IWebResponseData answer, MemoryStream body) => new()
    {
        StatusCode = (int)answer.StatusCode,
        FunctionError = Header(answer, "X-Amz-Function-Error"),
        ExecutedVersion = Header(answer, "X-Amz-Executed-Version"),
        LogResult = Header(answer, "X-Amz-Log-Result"),
        Payload = body,
    };

    private static void SetHeader(IRequest http, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            http.Headers[name] = value;
    }

    private static string? Header(IWebResponseData answer, string name) =>
        answer.IsHeaderPresent(name) ? answer.GetHeaderValue(name) : null;
}

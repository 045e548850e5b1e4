using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Lambda;

/// <summary>The invoke API.</summary>
internal sealed class LambdaService(LambdaFunctions functions) : IAwsService
{
    public string SigningName => "lambda";

    public ServiceCall Read(WireRequest request, CallScope scope)
    {
        if (request.Method != "POST" || request.Path.Trim('/').Split('/') is not ["2015-03-31", "functions", var encoded, "invocations"])
        {
            throw new AwsException("UnknownOperationException", "");
        }

        var name = Uri.UnescapeDataString(encoded);
        var type = request.Header("X-Amz-Invocation-Type") ?? nameof(InvocationType.RequestResponse);
        return new ServiceCall(
            "Invoke", [name], async (_, stop) => new ServiceAnswer(await InvokeAsync(name, type, request.Body, scope, stop), 1));
    }

    public WireResponse Refuse(AwsException error, string requestId) =>
        new WireResponse(error.Status, "application/json", JsonErrors.Body(error.Code, error.Message))
            .With("x-amzn-RequestId", requestId)
            .With("x-amzn-ErrorType", error.Code);

    private async ValueTask<WireResponse> InvokeAsync(
        string name, string type, ReadOnlyMemory<byte> payload, CallScope scope, CancellationToken stop)
    {
        if (!Enum.TryParse<InvocationType>(type, out var invocationType))
        {
            throw new AwsException("InvalidParameterValueException", $"Unknown invocation type: {type}");
        }

        var function = functions.Find(name, scope.Account, scope.Region);
        var result = await functions.InvokeAsync(function.Name, payload, invocationType).WaitAsync(stop);
        var response = new WireResponse(result.Status, "application/json", result.Response)
            .With("x-amzn-RequestId", result.RequestId)
            .With("X-Amz-Executed-Version", "$LATEST");
        return result.Error is null ? response : response.With("X-Amz-Function-Error", "Unhandled");
    }
}

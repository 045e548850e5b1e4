using System.Collections.Frozen;
using System.Text;
using InstanceScheduler.Simulator.LocalAws.Calls;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Permissions;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>Takes a signed request to its service, past the scripted faults, and records the call.</summary>
internal sealed class ServiceRouter(LocalAws aws, IReadOnlyList<IAwsService> services)
{
    private readonly FrozenDictionary<string, IAwsService> _services =
        services.ToFrozenDictionary(s => s.SigningName, StringComparer.Ordinal);
    private readonly CallShapes _shapes = new(aws);
    private long _sequence;

    /// <exception cref="AnswerLostException">A scripted fault breaks the connection.</exception>
    /// <exception cref="AnswerTimedOutException">A scripted fault keeps the answer back.</exception>
    /// <exception cref="CallerKilledException">A scripted fault kills the caller.</exception>
    public async ValueTask<WireResponse> HandleAsync(WireRequest request, CancellationToken cancellationToken)
    {
        if (ResponseEndpoint.Serves(request))
        {
            return await aws.Responses.HandleAsync(request, cancellationToken);
        }

        var sequence = Interlocked.Increment(ref _sequence);
        var requestId = RequestId(sequence);
        if (request.Header("Authorization") is not { } authorization || CallScope.Read(authorization, aws.Credentials) is not { } scope)
        {
            return Unsigned(request, requestId);
        }

        if (aws.Sessions.Find(scope.AccessKeyId) is { } session)
        {
            scope = scope with { Caller = session.Arn, RoleArn = session.RoleArn };
        }

        if (!_services.TryGetValue(scope.Service, out var service))
        {
            return PlainError(
                404, "UnknownService", $"The service '{scope.Service}' is not simulated; known are {string.Join(", ", _services.Keys)}.");
        }

        try
        {
            var call = service.Read(request, scope);
            aws.Recording?.Add(_shapes, request, scope, call);
            var described = new CallRequest(sequence, scope, call.Operation, call.Resources, request.Body);
            return await CarryOutAsync(service, call, described, request.Header("X-Amz-Security-Token"), requestId, cancellationToken);
        }
        catch (AwsException error)
        {
            return service.Refuse(error, requestId);
        }
    }

    private async ValueTask<WireResponse> CarryOutAsync(
        IAwsService service,
        ServiceCall call,
        CallRequest request,
        string? sessionToken,
        string requestId,
        CancellationToken cancellationToken)
    {
        await aws.Faults.BeforeAsync(request);
        var fault = aws.Faults.For(request);
        WireResponse response;
        AwsException? error = null;
        var items = 0;
        try
        {
            if (fault is { Acts: false })
            {
                throw fault.Error ?? EndOf(fault, request.Operation);
            }

            EnsureRegionExists(request.Scope);
            aws.Sessions.EnsureValid(request.Scope, sessionToken);
            var answer = await call.Act(requestId, cancellationToken);
            (response, items) = (answer.Response, answer.ItemCount);
        }
        catch (AwsException refused)
        {
            error = refused;
            response = service.Refuse(refused, requestId);
        }

        var record = new LocalCall(
            request.Sequence,
            aws.Time.GetUtcNow(),
            request.Account,
            request.Region,
            request.Service,
            request.Operation,
            request.Resources,
            error?.Code,
            items);
        aws.Calls.Add(record);
        await aws.Faults.AfterAsync(record);
        return fault is null or { Acts: false } ? response
            : fault.Ending == FaultEnding.Cut && !response.Body.IsEmpty ? response with { IsCut = true }
            : throw EndOf(fault, request.Operation);
    }

    private static Exception EndOf(LocalFault fault, string operation) => fault.Ending switch
    {
        FaultEnding.TimeOut => new AnswerTimedOutException(operation),
        FaultEnding.Kill => new CallerKilledException(operation),
        _ => new AnswerLostException(operation),
    };

    private void EnsureRegionExists(CallScope scope)
    {
        if (!aws.Options.HasRegion(scope.Region) && !IsGlobalSts(scope))
        {
            throw CredentialErrors.Unknown(scope.Service);
        }
    }

    // Outside China there is one endpoint for all regions besides those of the regions, and it signs for the oldest.
    private bool IsGlobalSts(CallScope scope) =>
        scope is { Service: "sts", Region: "us-east-1" } && aws.Options.Regions.Any(region => Arn.Partition(region) == scope.Partition);

    private static WireResponse Unsigned(WireRequest request, string requestId)
    {
        if (request.Header("X-Amz-Target") is not null)
        {
            return PlainError(400, "MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        var body = $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Response><Errors><Error><Code>MissingAuthenticationToken</Code>
            <Message>Request is missing Authentication Token</Message></Error></Errors><RequestID>{requestId}</RequestID></Response>
            """;
        return new WireResponse(403, "text/xml;charset=UTF-8", Encoding.UTF8.GetBytes(body));
    }

    private static WireResponse PlainError(int status, string code, string message) =>
        new(status, "application/x-amz-json-1.1", JsonErrors.Body(code, message));

    // Counted, not random: the same run gives the same ids.
    private static string RequestId(long sequence) => $"00000000-0000-4000-8000-{sequence:x12}";
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary><c>Custom::…</c>: a request to the function that <c>ServiceToken</c> names, and its answer at the response endpoint.</summary>
internal sealed class CustomResourceType : IResourceType
{
    private const int DefaultSeconds = 3600;

    public ResourceTraits Traits { get; } = new("AWS::CloudFormation::CustomResource");

    public async Task<MadeResource> CreateAsync(ResourceRequest request)
    {
        var outcome = await SendAsync("Create", request, null, null);
        return Made(request, outcome, outcome.PhysicalId ?? PhysicalNames.Of(request.Stack, request.Resource.LogicalId, request.Generation, Traits.LongestName));
    }

    public async Task<MadeResource> UpdateAsync(ResourceRequest request, MadeResource old)
    {
        var outcome = await SendAsync("Update", request, old.Properties, old.PhysicalId);
        return Made(request, outcome, outcome.PhysicalId ?? old.PhysicalId);
    }

    public async Task DeleteAsync(ResourceRequest request, MadeResource old)
    {
        var outcome = await SendAsync("Delete", request with { Properties = old.Properties }, null, old.PhysicalId);
        Ensure(outcome, old);
    }

    private static MadeResource Made(ResourceRequest request, ResourceOutcome outcome, string physicalId)
    {
        var made = new MadeResource(physicalId, request.Properties) { Attributes = outcome.Data };
        Ensure(outcome, made);
        return made;
    }

    private static void Ensure(ResourceOutcome outcome, MadeResource left)
    {
        if (!outcome.IsSuccess)
        {
            throw new ResourceFailure(outcome.Reason ?? "No reason was given.") { Left = left };
        }
    }

    private static async Task<ResourceOutcome> SendAsync(string requestType, ResourceRequest request, JsonObject? old, string? physicalId)
    {
        var (aws, stack, resource) = (request.Aws, request.Stack, request.Resource);
        var function = Function(request);
        var message = new CustomResourceMessage(requestType, stack.Id, resource.LogicalId, resource.Type)
        {
            RequestId = aws.CloudFormation.NextRequestId(),
            ServiceToken = function.InvokedArn,
            PhysicalId = physicalId,
            Properties = CustomResourceMessage.AsText(request.Properties),
            OldProperties = CustomResourceMessage.AsText(old),
        };
        var address = aws.Responses.AddressFor(stack.Id, resource.LogicalId, message.RequestId);
        var answer = aws.Responses.AnswerAsync(address);
        var began = aws.Time.GetTimestamp();
        var document = message.Write(address);
        await aws.Functions.InvokeAsync(function.Name, document, InvocationType.Event);
        await Task.WhenAny(answer, aws.Functions.IdleAsync());
        if (!answer.IsCompleted)
        {
            // Nobody is at it any more, yet CloudFormation waits; on a virtual clock at no cost.
            await WaitAsync(answer, Patience(request) - aws.Time.GetElapsedTime(began), aws.Time);
        }

        return ResourceOutcome.Read(requestType, JsonElement.Parse(document.Span), answer.IsCompleted ? await answer : null);
    }

    private static async Task WaitAsync(Task answer, TimeSpan patience, TimeProvider time)
    {
        if (patience <= TimeSpan.Zero)
        {
            return;
        }

        using var stop = new CancellationTokenSource();
        await Task.WhenAny(answer, Task.Delay(patience, time, stop.Token));
        await stop.CancelAsync();
    }

    private static LambdaFunction Function(ResourceRequest request)
    {
        var token = request.Text("ServiceToken")
            ?? throw new ResourceFailure("Invalid service token: a custom resource needs the ARN of a function in ServiceToken.");
        try
        {
            return request.Aws.Functions.Find(token, request.Account, request.Region);
        }
        catch (AwsException missing)
        {
            throw new ResourceFailure($"Invalid service token: {missing.Message}", missing);
        }
    }

    private static TimeSpan Patience(ResourceRequest request) =>
        TimeSpan.FromSeconds(int.Parse(request.Text("ServiceTimeout") ?? $"{DefaultSeconds}", CultureInfo.InvariantCulture));
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.Lambda;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>A custom resource as CloudFormation drives it: requests to a function, answers from it, clean-up and rollback.</summary>
/// <remarks>Each operation completes when the function is idle again; what was not answered by then never will be.</remarks>
internal sealed class CustomResource(LocalAws aws, LocalStack stack, string function, string logicalId, string type)
{
    private ImmutableList<ResourceOutcome> _outcomes = [];
    private ReadOnlyMemory<byte> _lastRequest;
    private JsonNode? _properties;
    private int _sequence;

    /// <summary>Null: the function is reached, and answers, in process.</summary>
    public Uri? Server { get; init; }

    /// <summary>Null while the resource does not exist.</summary>
    public string? PhysicalId { get; private set; }

    public string? Status => stack[logicalId]?.Status;

    /// <summary>One for each request, in their order; those of clean-up and rollback are among them.</summary>
    public IReadOnlyList<ResourceOutcome> Outcomes => _outcomes;

    /// <summary>The request that was sent last.</summary>
    public JsonElement LastRequest => JsonElement.Parse(_lastRequest.Span);

    /// <summary>Creates the resource; a failure is rolled back with a Delete, as that of a stack.</summary>
    public async Task<bool> CreateAsync(string properties)
    {
        _properties = JsonNode.Parse(properties);
        var created = await SendAsync("Create", _properties, null, null);
        PhysicalId = created.PhysicalId ?? Invented;
        Set(created.IsSuccess ? "CREATE_COMPLETE" : "CREATE_FAILED", created.Reason);
        if (!created.IsSuccess)
        {
            await DeleteAsync();
        }

        return created.IsSuccess;
    }

    /// <summary>Updates the resource; a failure, its own or another resource's, is rolled back with an Update to the properties before.</summary>
    /// <param name="properties">The new ones.</param>
    /// <param name="isRolledBack">Whether another resource of the stack fails afterwards.</param>
    public async Task<bool> UpdateAsync(string properties, bool isRolledBack = false)
    {
        var (before, after, id) = (_properties, JsonNode.Parse(properties), PhysicalId);
        var updated = await SendAsync("Update", after, before, id);
        Set(updated.IsSuccess ? "UPDATE_COMPLETE" : "UPDATE_FAILED", updated.Reason);
        if (updated.IsSuccess && !isRolledBack)
        {
            (PhysicalId, _properties) = (updated.PhysicalId, after);
            await CleanUpAsync(id, before);
            return true;
        }

        var replaced = updated.PhysicalId ?? id;
        var restored = await SendAsync("Update", before, after, replaced);
        Set(restored.IsSuccess ? "UPDATE_COMPLETE" : "UPDATE_FAILED", restored.Reason);
        PhysicalId = restored.PhysicalId ?? replaced;
        if (restored.IsSuccess)
        {
            await CleanUpAsync(replaced, after);
        }

        return false;
    }

    public async Task<bool> DeleteAsync()
    {
        var deleted = await SendAsync("Delete", _properties, null, PhysicalId);
        Set(deleted.IsSuccess ? "DELETE_COMPLETE" : "DELETE_FAILED", deleted.Reason);
        if (deleted.IsSuccess)
        {
            PhysicalId = null;
        }

        return deleted.IsSuccess;
    }

    /// <summary>Lambda delivers the last request once more, as it may.</summary>
    public Task RedeliverAsync() => DeliverAsync(_lastRequest);

    // Named where the answer did not say.
    private string Invented => $"{stack.Name}-{logicalId}-0123456789AB";

    private async Task CleanUpAsync(string? old, JsonNode? properties)
    {
        if (old != PhysicalId)
        {
            await SendAsync("Delete", properties, null, old);
        }
    }

    private async Task<ResourceOutcome> SendAsync(string requestType, JsonNode? properties, JsonNode? old, string? physicalId)
    {
        var requestId = $"{logicalId.Length:x8}-0000-4000-b000-{++_sequence:x12}";
        var address = aws.Responses.AddressFor(stack.Id, logicalId, requestId, Server);
        var message = new CustomResourceMessage(requestType, stack.Id, logicalId, type)
        {
            RequestId = requestId,
            ServiceToken = aws.Functions.Find(function, aws.Options.HubAccount, aws.Options.HubRegion).InvokedArn,
            PhysicalId = physicalId,
            Properties = properties,
            OldProperties = old,
        };
        _lastRequest = message.Write(address);
        await DeliverAsync(_lastRequest);
        var target = new Uri(address).PathAndQuery;
        var received = aws.Responses.Received.FirstOrDefault(answer => answer.Target == target && answer.Status == 200);
        var outcome = ResourceOutcome.Read(requestType, LastRequest, received);
        _outcomes = _outcomes.Add(outcome);
        return outcome;
    }

    private async Task DeliverAsync(ReadOnlyMemory<byte> request)
    {
        await aws.Functions.InvokeAsync(function, request, InvocationType.Event);
        await aws.Functions.IdleAsync();
    }

    private void Set(string status, string? reason) =>
        stack.Put(new StackResource(logicalId, PhysicalId, type) { Status = status, StatusReason = reason });
}

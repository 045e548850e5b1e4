using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>Brings a stack to another template or other parameters; a failure takes everything back.</summary>
internal sealed class StackUpdate(LocalAws aws, LocalStack stack, StackState before, StackTemplate template, StackRequest request) : StackOperation(aws, stack)
{
    private readonly List<UpdateStep> _steps = [];

    /// <summary>Goes on in the caller until a custom resource has to be waited for.</summary>
    public async Task RunAsync()
    {
        try
        {
            foreach (var declared in template.Resources)
            {
                if (declared.IsCustom)
                {
                    await request.Functions;
                }

                await BringAsync(declared);
            }

            var outputs = template.OutputsOf(Reference);
            Stack.Tell(Stack.State with { Status = "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", Outputs = outputs });
            await CleanUpAsync();
            Stack.Tell(Stack.State with { Status = "UPDATE_COMPLETE" });
        }
        catch (Exception failure) when (failure is ResourceFailure or TemplateException)
        {
            await TakeBackAsync(failure is ResourceFailure ? $"The following resource(s) failed to update: [{failure.Message}]. " : failure.Message);
        }
    }

    private async Task BringAsync(TemplateResource declared)
    {
        if (Stack[declared.LogicalId] is not { Made: { } made } old || old.Status is "DELETE_COMPLETE" or "DELETE_SKIPPED")
        {
            await MakeAsync(declared, null, 0);
            return;
        }

        var properties = Resolved(declared, old);
        if (JsonNode.DeepEquals(properties, made.Properties))
        {
            Stack.Put(old with { Declaration = declared });
            return;
        }

        var type = ResourceTypes.Of(declared.Type, declared.IsCustom);
        var changed = properties.Select(property => property.Key).Union(made.Properties.Select(property => property.Key), StringComparer.Ordinal)
            .Where(name => !JsonNode.DeepEquals(properties[name], made.Properties[name]));
        if (changed.Any(type.Traits.Replacing.Contains))
        {
            EnsureRenamed(type.Traits, properties, old);
            await MakeAsync(declared, old, old.Generation + 1);
        }
        else
        {
            await ChangeAsync(type, declared, old, properties);
        }
    }

    private async Task MakeAsync(TemplateResource declared, StackResource? old, int generation)
    {
        try
        {
            _steps.Add(new UpdateStep(old, await CreateAsync(template, declared, generation)));
        }
        catch (ResourceFailure)
        {
            _steps.Add(new UpdateStep(old, Stack[declared.LogicalId]!));
            throw;
        }
    }

    private async Task ChangeAsync(IResourceType type, TemplateResource declared, StackResource old, JsonObject properties)
    {
        Stack.Tell(old, "UPDATE_IN_PROGRESS");
        try
        {
            type.Traits.Check(properties.Select(property => property.Key));
            var made = await type.UpdateAsync(Request(declared, properties, old.Generation), old.Made!);
            var changed = old with { PhysicalId = made.PhysicalId, Made = made, Declaration = declared };
            Stack.Tell(changed, "UPDATE_COMPLETE");
            _steps.Add(new UpdateStep(old, changed));
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            var left = (failure as ResourceFailure)?.Left ?? old.Made! with { Properties = properties };
            var failed = old with { PhysicalId = left.PhysicalId, Made = left, Declaration = declared };
            Stack.Tell(failed, "UPDATE_FAILED", failure.Message);
            _steps.Add(new UpdateStep(old, failed));
            throw Failed(declared, failure);
        }
    }

    private JsonObject Resolved(TemplateResource declared, StackResource old)
    {
        try
        {
            return Properties(template, declared);
        }
        catch (TemplateException failure)
        {
            throw Refused(old, failure.Message);
        }
    }

    // What has a name of its own cannot stand beside what is to replace it.
    private void EnsureRenamed(ResourceTraits traits, JsonObject properties, StackResource old)
    {
        if (traits.NameProperty is { } name && properties[name] is { } given && JsonNode.DeepEquals(given, old.Made!.Properties[name]))
        {
            throw Refused(
                old, $"CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename {given} and update the stack again.");
        }
    }

    // Nothing was done to the resource, so there is nothing to take back.
    private ResourceFailure Refused(StackResource old, string reason)
    {
        Stack.Tell(old, "UPDATE_FAILED", reason);
        Stack.Put(old);
        return new ResourceFailure(old.LogicalId);
    }

    private async Task CleanUpAsync()
    {
        var kept = template.Resources.Select(declared => declared.LogicalId).ToHashSet(StringComparer.Ordinal);
        foreach (var step in Enumerable.Reverse(_steps).Where(step => step.IsReplacement))
        {
            await DropAsync(step.Before!, step.After, step.After.Declaration!.UpdateReplacePolicy == Retain);
        }

        foreach (var resource in Stack.Resources.Reverse().Where(resource => !kept.Contains(resource.LogicalId)).ToArray())
        {
            if (resource.Declaration?.DeletionPolicy is Retain or "RetainExceptOnCreate")
            {
                Stack.Tell(resource, "DELETE_SKIPPED");
            }
            else
            {
                await DeleteAsync(resource);
            }

            Stack.Remove(resource.LogicalId);
        }
    }

    // The stack goes on with the resource that stays, whatever becomes of the other.
    private async Task DropAsync(StackResource dropped, StackResource stays, bool isRetained)
    {
        if (isRetained)
        {
            Stack.Tell(dropped, "DELETE_SKIPPED");
        }
        else
        {
            await DeleteAsync(dropped);
        }

        Stack.Put(stays with { Status = "UPDATE_COMPLETE" });
    }

    private async Task TakeBackAsync(string reason)
    {
        Stack.Tell(Stack.State with { Status = "UPDATE_ROLLBACK_IN_PROGRESS", Reason = reason });
        var isClean = true;
        var superfluous = new List<(StackResource Dropped, StackResource? Stays)>();
        foreach (var step in Enumerable.Reverse(_steps))
        {
            if (step.Before is not { } old)
            {
                superfluous.Add((step.After, null));
            }
            else if (step.IsReplacement && !old.Declaration!.IsCustom)
            {
                Stack.Put(old);
                superfluous.Add((step.After, old));
            }
            else if (await RestoreAsync(old, step.After) is not { } restored)
            {
                isClean = false;
            }
            else if (restored.PhysicalId != step.After.PhysicalId)
            {
                superfluous.Add((step.After, restored));
            }
        }

        if (isClean)
        {
            Stack.Tell(before with { Status = "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", Updated = Stack.State.Updated });
            await DropAsync(superfluous);
        }

        Stack.Tell(before with { Status = isClean ? "UPDATE_ROLLBACK_COMPLETE" : "UPDATE_ROLLBACK_FAILED", Updated = Stack.State.Updated });
    }

    private async Task DropAsync(List<(StackResource Dropped, StackResource? Stays)> superfluous)
    {
        foreach (var (dropped, stays) in superfluous)
        {
            if (stays is not null)
            {
                if (dropped.Made is not null)
                {
                    await DropAsync(dropped, stays, isRetained: false);
                }
            }
            else
            {
                await DeleteAsync(dropped);
                Stack.Remove(dropped.LogicalId);
            }
        }
    }

    private async Task<StackResource?> RestoreAsync(StackResource old, StackResource now)
    {
        var declared = old.Declaration!;
        Stack.Tell(now, "UPDATE_IN_PROGRESS");
        try
        {
            var made = await ResourceTypes.Of(declared.Type, declared.IsCustom)
                .UpdateAsync(Request(declared, old.Made!.Properties, old.Generation), now.Made!);
            var restored = old with { PhysicalId = made.PhysicalId, Made = made };
            Stack.Tell(restored, "UPDATE_COMPLETE");
            return restored;
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            Stack.Tell(now, "UPDATE_FAILED", failure.Message);
            return null;
        }
    }
}

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>Removes the resources of a stack, but for those that are to be retained.</summary>
internal sealed class StackDeletion(LocalAws aws, LocalStack stack, IReadOnlyList<string> retained) : StackOperation(aws, stack)
{
    public async Task RunAsync()
    {
        var failed = new List<string>();
        foreach (var resource in Stack.Resources.Reverse().Where(resource => resource.Status is not ("DELETE_COMPLETE" or "DELETE_SKIPPED")).ToArray())
        {
            if (resource.Declaration?.DeletionPolicy is Retain or "RetainExceptOnCreate" || retained.Contains(resource.LogicalId, StringComparer.Ordinal))
            {
                Stack.Tell(resource, "DELETE_SKIPPED");
            }
            else if (!await DeleteAsync(resource))
            {
                failed.Add(resource.LogicalId);
            }
        }

        Stack.Tell(failed.Count == 0
            ? Stack.State with { Status = "DELETE_COMPLETE", Reason = null }
            : Stack.State with { Status = "DELETE_FAILED", Reason = $"The following resource(s) failed to delete: [{string.Join(", ", failed)}]. " });
    }
}

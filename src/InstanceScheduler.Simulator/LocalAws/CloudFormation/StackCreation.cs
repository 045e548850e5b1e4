using InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>Makes the resources of a stack; a failure removes what was made.</summary>
internal sealed class StackCreation(LocalAws aws, LocalStack stack, StackTemplate template, StackRequest request) : StackOperation(aws, stack)
{
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

                await CreateAsync(template, declared);
            }

            Stack.Tell(Stack.State with { Status = "CREATE_COMPLETE", Outputs = template.OutputsOf(Reference) });
        }
        catch (Exception failure) when (failure is ResourceFailure or TemplateException)
        {
            await FailAsync(failure is ResourceFailure ? $"The following resource(s) failed to create: [{failure.Message}]. " : failure.Message);
        }
    }

    private async Task FailAsync(string reason)
    {
        if (request.OnFailure == "DO_NOTHING")
        {
            Stack.Tell(Stack.State with { Status = "CREATE_FAILED", Reason = reason });
            return;
        }

        var (begun, ended, failed) = request.OnFailure == "DELETE"
            ? ("DELETE_IN_PROGRESS", "DELETE_COMPLETE", "DELETE_FAILED")
            : ("ROLLBACK_IN_PROGRESS", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED");
        Stack.Tell(Stack.State with { Status = begun, Reason = reason });
        var isClean = true;
        foreach (var resource in Stack.Resources.Reverse().Where(resource => resource.Made is not null).ToArray())
        {
            if (resource is { Declaration.DeletionPolicy: Retain, Status: "CREATE_COMPLETE" })
            {
                Stack.Tell(resource, "DELETE_SKIPPED");
            }
            else
            {
                isClean &= await DeleteAsync(resource);
            }
        }

        Stack.Tell(Stack.State with { Status = isClean ? ended : failed });
    }
}

using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>Creates, updates and deletes stacks from templates. What can be refused is refused at once; the rest goes on by itself.</summary>
internal sealed class StackEngine(LocalAws aws)
{
    private long _requests;

    /// <exception cref="AwsException">There is a stack of the name, or the template or its parameters are wrong.</exception>
    public LocalStack Create(string name, string account, string region, StackRequest request)
    {
        if (aws.Stacks.Named(name, account, region) is not null)
        {
            throw new AwsException("AlreadyExistsException", $"Stack [{name}] already exists");
        }

        EnsureAcknowledged(request);
        var stack = aws.Stacks.Prepare(name, account, region);
        var template = Render(stack, request);
        aws.Stacks.Put(stack);
        stack.Tell(new StackState("CREATE_IN_PROGRESS")
        {
            Reason = "User Initiated",
            Template = template,
            Capabilities = request.Capabilities,
            Created = aws.Time.GetUtcNow(),
        });
        stack.Settled = new StackCreation(aws, stack, template, request).RunAsync();
        return stack;
    }

    /// <exception cref="AwsException">The stack cannot be updated now, nothing would change, or the template or its parameters are wrong.</exception>
    public void Update(LocalStack stack, StackRequest request)
    {
        var before = stack.State;
        if (before.Template is not { } old || before.Status is not ("CREATE_COMPLETE" or "UPDATE_COMPLETE" or "UPDATE_ROLLBACK_COMPLETE"))
        {
            throw Invalid($"Stack:{stack.Id} is in {before.Status} state and can not be updated.");
        }

        EnsureAcknowledged(request);
        var template = Render(stack, request);
        if (template.Template.Text == old.Template.Text && old.Parameters.All(given => template.Parameters.GetValueOrDefault(given.Key) == given.Value))
        {
            throw Invalid("No updates are to be performed.");
        }

        if (template.Resources.FirstOrDefault(resource => stack[resource.LogicalId] is { } there && there.Type != resource.Type) is { } other)
        {
            throw Invalid($"Update of resource type is not permitted. The new template modifies resource type of the following resources: [{other.LogicalId}]");
        }

        stack.Tell(before with
        {
            Status = "UPDATE_IN_PROGRESS",
            Reason = "User Initiated",
            Template = template,
            Capabilities = request.Capabilities,
            Updated = aws.Time.GetUtcNow(),
        });
        stack.Settled = new StackUpdate(aws, stack, before, template, request).RunAsync();
    }

    /// <param name="stack">Any but one that CloudFormation is still making or changing.</param>
    /// <param name="retained">Logical ids of resources that stay.</param>
    /// <exception cref="AwsException">CloudFormation is at it.</exception>
    public void Delete(LocalStack stack, params IReadOnlyList<string> retained)
    {
        if (stack.State.IsBusy)
        {
            throw Invalid($"Stack [{stack.Name}] cannot be deleted while in status {stack.State.Status}");
        }

        stack.Tell(stack.State with { Status = "DELETE_IN_PROGRESS", Reason = "User Initiated" });
        stack.Settled = new StackDeletion(aws, stack, retained).RunAsync();
    }

    /// <summary>Numbered, not random: the same run gives the same ids.</summary>
    internal string NextRequestId() => $"00000000-0000-4000-b000-{Interlocked.Increment(ref _requests):x12}";

    private StackTemplate Render(LocalStack stack, StackRequest request)
    {
        try
        {
            var pseudo = new PseudoParameters(stack.Account, stack.Region, stack.Name, stack.Id);
            return new StackTemplate(request.Template, request.Parameters, pseudo, name => aws.Parameters.Find(name, stack.Account, stack.Region)?.Value);
        }
        catch (TemplateException refused)
        {
            throw Invalid(refused.Message);
        }
    }

    private static void EnsureAcknowledged(StackRequest request)
    {
        foreach (var needed in request.Template.Capabilities)
        {
            if (!request.Capabilities.Contains(needed, StringComparer.Ordinal) && !request.Capabilities.Contains("CAPABILITY_NAMED_IAM", StringComparer.Ordinal))
            {
                throw new AwsException("InsufficientCapabilitiesException", $"Requires capabilities : [{needed}]");
            }
        }
    }

    private static AwsException Invalid(string message) => new("ValidationError", message);
}

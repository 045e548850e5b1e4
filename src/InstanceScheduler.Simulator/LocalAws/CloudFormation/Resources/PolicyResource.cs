namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::IAM::Policy</c>: put into the roles that it names.</summary>
internal sealed class PolicyResource() : ImmediateResource(new ResourceTraits("AWS::IAM::Policy")
    .With("Groups PolicyDocument! PolicyName! Roles Users"))
{
    protected override MadeResource Create(ResourceRequest request)
    {
        var made = new MadeResource(PhysicalNames.Of(request.Stack, request.Resource.LogicalId, request.Generation, Traits.LongestName), request.Properties);
        return Put(request, made);
    }

    protected override MadeResource Update(ResourceRequest request, MadeResource old)
    {
        Remove(request with { Properties = old.Properties }, old);
        return Put(request, old with { Properties = request.Properties });
    }

    protected override void Delete(ResourceRequest request, MadeResource old) => Remove(request with { Properties = old.Properties }, old);

    private static MadeResource Put(ResourceRequest request, MadeResource made)
    {
        var document = request.Element("PolicyDocument")!.Value;
        foreach (var role in request.Texts("Roles"))
        {
            var arn = Arn(request, role);
            _ = request.Aws.Roles.Find(arn) ?? throw new ResourceFailure($"The role with name {role} cannot be found.");
            request.Aws.Roles.Change(arn, old => old with { AttachedPolicies = old.AttachedPolicies.SetItem(made.PhysicalId, document) });
        }

        return made;
    }

    private static void Remove(ResourceRequest request, MadeResource made)
    {
        foreach (var arn in request.Texts("Roles").Select(role => Arn(request, role)).Where(arn => request.Aws.Roles.Find(arn) is not null))
        {
            request.Aws.Roles.Change(arn, old => old with { AttachedPolicies = old.AttachedPolicies.Remove(made.PhysicalId) });
        }
    }

    // A policy names roles of its own account, and not their paths.
    private static string Arn(ResourceRequest request, string role) => request.Aws.Roles.FindByName(request.Account, role)?.Arn ?? role;
}

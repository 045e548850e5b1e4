using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.Sts;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::IAM::Role</c>, with the policies that stand in it.</summary>
internal sealed class RoleResource() : ImmediateResource(new ResourceTraits("AWS::IAM::Role")
    .With("AssumeRolePolicyDocument! Description ManagedPolicyArns MaxSessionDuration Path* PermissionsBoundary Policies RoleName* Tags")
    .Named("RoleName", 64))
{
    private const int DefaultSession = 3600;

    protected override MadeResource Create(ResourceRequest request)
    {
        var role = Described(request, new LocalRole { Name = request.Name(Traits), Account = request.Account, Path = request.Text("Path") ?? "/" });
        var arn = request.Aws.Roles.Add(role);
        return new MadeResource(role.Name, request.Properties).With("Arn", arn).With("RoleId", request.Aws.Roles.Find(arn)!.Id);
    }

    protected override MadeResource Update(ResourceRequest request, MadeResource old)
    {
        request.Aws.Roles.Change(old.Attributes["Arn"], role => Described(request, role));
        return old with { Properties = request.Properties };
    }

    protected override void Delete(ResourceRequest request, MadeResource old) => request.Aws.Roles.Remove(old.Attributes["Arn"]);

    private static LocalRole Described(ResourceRequest request, LocalRole role)
    {
        var trust = RoleTrust.Read(request.Element("AssumeRolePolicyDocument")!.Value);
        return role with
        {
            TrustPolicy = request.Element("AssumeRolePolicyDocument"),
            TrustedAccounts = trust.Accounts,
            TrustedPrincipals = trust.Principals,
            ExternalId = trust.ExternalId,
            MaxSessionDuration = TimeSpan.FromSeconds(
                int.Parse(request.Text("MaxSessionDuration") ?? $"{DefaultSession}", CultureInfo.InvariantCulture)),
            OwnPolicies = request.Element("Policies") is { } policies
                ? policies.EnumerateArray().ToImmutableDictionary(
                    policy => policy.GetProperty("PolicyName").GetString()!, policy => policy.GetProperty("PolicyDocument"), StringComparer.Ordinal)
                : ImmutableDictionary<string, JsonElement>.Empty,
        };
    }
}

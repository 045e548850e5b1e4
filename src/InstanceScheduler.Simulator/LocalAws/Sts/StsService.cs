using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Sts;

/// <summary>Assuming roles, and asking who one is.</summary>
internal sealed class StsService : IAwsService
{
    private readonly QueryProtocol _protocol;

    public StsService(LocalRoles roles, RoleSessions sessions) => _protocol = new QueryProtocol(
        "2011-06-15",
        "https://sts.amazonaws.com/doc/2011-06-15/",
        new Dictionary<string, QueryOperation>(StringComparer.Ordinal)
        {
            ["AssumeRole"] = new AssumeRoleCall(roles, sessions).AssumeRole,
            ["GetCallerIdentity"] = new CallerIdentityCall(sessions).GetCallerIdentity,
        },
        input => input["RoleArn"] is { } role ? [role] : []);

    public string SigningName => "sts";

    public ServiceCall Read(WireRequest request, CallScope scope) => _protocol.Read(request, scope);

    public WireResponse Refuse(AwsException error, string requestId) => _protocol.Refuse(error, requestId);
}

using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Sts;

/// <summary>GetCallerIdentity, which needs no permission.</summary>
internal sealed class CallerIdentityCall(RoleSessions sessions)
{
    public int GetCallerIdentity(CallScope scope, QueryParameters input, XmlBuffer output)
    {
        var userId = sessions.Find(scope.AccessKeyId)?.UserId ?? $"AROA00000{scope.Account}:{scope.Caller.Split('/')[^1]}";
        output.Element("Arn"u8, scope.Caller).Element("UserId"u8, userId).Element("Account"u8, scope.Account);
        return 1;
    }
}

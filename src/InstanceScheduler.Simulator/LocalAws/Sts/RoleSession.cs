namespace InstanceScheduler.Simulator.LocalAws.Sts;

/// <summary>Temporary credentials, and who they make of their bearer.</summary>
/// <param name="Account">The role's.</param>
/// <param name="RoleArn">The role's.</param>
/// <param name="Arn">Of the session: what AWS calls its bearer.</param>
/// <param name="UserId">The role's id and the session's name.</param>
/// <param name="AccessKeyId">Begins with <c>ASIA</c>.</param>
/// <param name="SecretAccessKey">No signature is verified, so nothing depends on it.</param>
/// <param name="SessionToken">Has to come with every call.</param>
/// <param name="Expiration">No call from then on.</param>
/// <param name="BegunBy">Access key of whoever assumed the role.</param>
internal sealed record RoleSession(
    string Account,
    string RoleArn,
    string Arn,
    string UserId,
    string AccessKeyId,
    string SecretAccessKey,
    string SessionToken,
    DateTimeOffset Expiration,
    string BegunBy);

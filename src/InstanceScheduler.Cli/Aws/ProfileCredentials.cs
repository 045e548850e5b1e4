using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace InstanceScheduler.Cli.Aws;

/// <summary>Credentials of profiles; roles are assumed here, since the SDK finds its token service by reflection only.</summary>
/// <param name="profiles">Where profiles stand.</param>
/// <param name="time">Names sessions.</param>
/// <param name="tokenService">Makes the token service's client of a region.</param>
/// <param name="region">Where a profile without a region assumes its role.</param>
internal sealed class ProfileCredentials(
    CredentialProfileStoreChain profiles, TimeProvider time, Func<AWSCredentials, string, IAmazonSecurityTokenService> tokenService, string region)
{
    private const int LongestChain = 5;

    /// <exception cref="CliException">The profile is of a kind that is not supported, or its role cannot be assumed.</exception>
    public Task<AWSCredentials> OfAsync(CredentialProfile profile, CancellationToken cancellationToken) => OfAsync(profile, LongestChain, cancellationToken);

    private async Task<AWSCredentials> OfAsync(CredentialProfile profile, int left, CancellationToken cancellationToken)
    {
        var options = profile.Options;
        if (!string.IsNullOrEmpty(options.SsoStartUrl) || !string.IsNullOrEmpty(options.SsoSession))
            throw Unusable(profile, $"signs on through IAM Identity Center, which this program does not do. Run: eval \"$(aws configure export-credentials --profile {profile.Name} --format env)\"");
        if (string.IsNullOrEmpty(options.RoleArn) || !string.IsNullOrEmpty(options.WebIdentityTokenFile))
            return profile.GetAWSCredentials(profile.CredentialProfileStore);
        if (left == 0)
            throw Unusable(profile, "gets its credentials through more than five other profiles; does source_profile lead round in a circle?");
        if (!string.IsNullOrEmpty(options.MfaSerial))
            throw Unusable(profile, $"asks for a code (mfa_serial), which this program does not do. Run: eval \"$(aws configure export-credentials --profile {profile.Name} --format env)\"");
        return await AssumeAsync(profile, await SourceOfAsync(profile, left - 1, cancellationToken), cancellationToken);
    }

    private async Task<AWSCredentials> SourceOfAsync(CredentialProfile profile, int left, CancellationToken cancellationToken)
    {
        if (profile.Options.SourceProfile is not { Length: > 0 } source)
        {
            return profile.Options.CredentialSource switch
            {
                "Environment" => new EnvironmentVariablesAWSCredentials(),
                "Ec2InstanceMetadata" => new InstanceProfileAWSCredentials(),
                "EcsContainer" => new GenericContainerCredentials(),
                _ => throw Unusable(profile, "has a role_arn but no source_profile. Say whose credentials assume the role."),
            };
        }

        return source == profile.Name ? profile.Options is { AccessKey: { Length: > 0 } key, SecretKey: { Length: > 0 } secret }
                ? new BasicAWSCredentials(key, secret)
                : throw Unusable(profile, "is its own source_profile and has no keys")
            : profiles.TryGetProfile(source, out var other) ? await OfAsync(other, left, cancellationToken)
            : throw Unusable(profile, $"names the source_profile \"{source}\", which does not exist");
    }

    private async Task<AWSCredentials> AssumeAsync(CredentialProfile profile, AWSCredentials source, CancellationToken cancellationToken)
    {
        var place = profile.Region?.SystemName ?? region;
        using var sts = tokenService(source, place);
        try
        {
            var answer = await sts.AssumeRoleAsync(new AssumeRoleRequest
            {
                RoleArn = profile.Options.RoleArn,
                RoleSessionName = profile.Options.RoleSessionName is { Length: > 0 } name ? name : $"scheduler-cli-{time.GetUtcNow().ToUnixTimeSeconds()}",
                ExternalId = profile.Options.ExternalID is { Length: > 0 } id ? id : null,
            }, cancellationToken);
            return new SessionAWSCredentials(answer.Credentials.AccessKeyId, answer.Credentials.SecretAccessKey, answer.Credentials.SessionToken);
        }
        catch (AmazonServiceException failure)
        {
            throw new CliException(ExitCode.NotReached, $"The role {profile.Options.RoleArn} of the profile \"{profile.Name}\" cannot be assumed: {failure.Message}", failure);
        }
    }

    private static CliException Unusable(CredentialProfile profile, string why) => new(ExitCode.NotReached, $"The profile \"{profile.Name}\" {why}");
}

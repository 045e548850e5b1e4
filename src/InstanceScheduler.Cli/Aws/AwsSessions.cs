using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;
using InstanceScheduler.Cli.Terminal;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Aws;

/// <summary>Finds region and credentials as the AWS CLI does: options, then environment variables, then profiles, then what the machine lends.</summary>
/// <param name="environment">Where variables stand.</param>
/// <param name="time">Names sessions of assumed roles.</param>
/// <param name="http">Where HTTP clients come from; null: the SDK's own.</param>
/// <param name="serviceUrl">One endpoint for everything; null: AWS, or what the environment says.</param>
internal sealed class AwsSessions(CliEnvironment environment, TimeProvider time, HttpClientFactory? http = null, string? serviceUrl = null)
{
    private const string DefaultProfile = "default";

    /// <param name="region">Of the stack; null: the environment's or the profile's.</param>
    /// <param name="profileName">Null: the environment's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CliException">The profile does not exist, or there is no region or no credentials.</exception>
    public async Task<AwsSession> OpenAsync(string? region, string? profileName, CancellationToken cancellationToken)
    {
        try
        {
            var session = await FindAsync(string.IsNullOrEmpty(region) ? null : region, profileName, cancellationToken);
            // Now, when it can still be told what is wrong: programs, files and tokens are looked at here.
            await session.Credentials.GetCredentialsAsync().WaitAsync(cancellationToken);
            return session;
        }
        catch (Exception failure) when (failure is not (CliException or OperationCanceledException))
        {
            throw new CliException(ExitCode.NotReached,
                $"The AWS profiles or credentials cannot be used: {AwsFault.Innermost(failure).ReplaceLineEndings(" ").TrimEnd('.')}. "
                + "Look at ~/.aws/config, ~/.aws/credentials and the AWS_ variables, or name another profile with --profile-name.", failure);
        }
    }

    private async Task<AwsSession> FindAsync(string? region, string? profileName, CancellationToken cancellationToken)
    {
        var profiles = new CredentialProfileStoreChain();
        var named = profileName ?? environment["AWS_PROFILE"];
        var profile = Profile(profiles, named ?? DefaultProfile, isDemanded: named is not null);
        var found = region ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? profile?.Region?.SystemName
            ?? throw new CliException(ExitCode.NotReached,
                "No region is given. Add --region with the region of the stack (such as cn-north-1), set AWS_REGION, or put a region into your profile.");
        var hasKeys = environment["AWS_ACCESS_KEY_ID"] is not null && environment["AWS_SECRET_ACCESS_KEY"] is not null;
        var usesProfile = profile is not null && LendsCredentials(profile) && (profileName is not null || !hasKeys);
        var credentials = usesProfile ? await new ProfileCredentials(profiles, time, TokenService, found).OfAsync(profile!, cancellationToken)
            : profileName is not null ? throw new CliException(ExitCode.NotReached, $"The profile \"{profileName}\" has no credentials. Add aws_access_key_id and aws_secret_access_key, role_arn or credential_process to it.")
            : hasKeys ? OfEnvironment()
            : await OfMachineAsync(cancellationToken);
        return In(found, credentials, profileName);
    }

    private AwsSession In(string region, AWSCredentials credentials, string? profile) => new(region, credentials, profile) { Http = http, ServiceUrl = serviceUrl };

    private IAmazonSecurityTokenService TokenService(AWSCredentials credentials, string region) => In(region, credentials, profile: null).TokenService();

    private static CredentialProfile? Profile(CredentialProfileStoreChain profiles, string name, bool isDemanded)
    {
        if (profiles.TryGetProfile(name, out var profile))
            return profile;
        if (!isDemanded)
            return null;
        var names = profiles.ListProfiles().Select(known => known.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var known = names.Count > 0 ? $"there are {string.Join(", ", names)}" : "there are no profiles; make one with \"aws configure\"";
        throw new CliException(ExitCode.NotReached, $"There is no profile \"{name}\"{Suggestion.For(name, names)}: {known}.");
    }

    // A role without a source is a mistake to tell, where the SDK sees a profile without credentials.
    private static bool LendsCredentials(CredentialProfile profile) => profile.CanCreateAWSCredentials || !string.IsNullOrEmpty(profile.Options.RoleArn);

    private AWSCredentials OfEnvironment() =>
        environment["AWS_SESSION_TOKEN"] is { } token
            ? new SessionAWSCredentials(environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"], token)
            : new BasicAWSCredentials(environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"]);

    // Web identity, container, instance role.
    private static async Task<AWSCredentials> OfMachineAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync().WaitAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is AmazonClientException or AmazonServiceException)
        {
            throw new CliException(ExitCode.NotReached,
                "There are no AWS credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a profile with --profile-name, or run \"aws configure\".", failure);
        }
    }
}

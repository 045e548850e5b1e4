using Amazon.Runtime;

namespace InstanceScheduler.Simulator.LocalAws.Hosting;

/// <summary>Points the official SDK clients at a LocalAws.</summary>
internal static class LocalClientConfig
{
    /// <summary>Where in-process clients believe their requests go.</summary>
    public const string InProcessUrl = "http://localaws";

    /// <summary>Credentials of the hub account. No signature is verified, so the secret is of no account.</summary>
    public static AWSCredentials HubCredentials { get; } = CredentialsOf(AccountKeys.HubKey);

    /// <summary>Credentials of the function's role, for whole runs: what they call has to be allowed.</summary>
    public static AWSCredentials FunctionCredentials { get; } = CredentialsOf(AccountKeys.FunctionKey);

    public static AWSCredentials CredentialsOf(string accessKeyId) => new BasicAWSCredentials(accessKeyId, "secret");

    /// <summary>In process: no socket. Retries are off, so that a call is one call.</summary>
    public static T InProcess<T>(this T config, HttpMessageHandler handler, string region)
        where T : ClientConfig
    {
        config.ServiceURL = InProcessUrl;
        config.HttpClientFactory = new InProcessHttpClientFactory(handler);
        return config.Signed(region);
    }

    public static T OverLoopback<T>(this T config, LocalAwsServer server, string region)
        where T : ClientConfig
    {
        config.ServiceURL = server.Url.ToString();
        return config.Signed(region);
    }

    // Without the region named here signing falls back to us-east-1 when the address is a custom one.
    // Retries after a broken connection are counted apart from all others, and are many by default.
    private static T Signed<T>(this T config, string region)
        where T : ClientConfig
    {
        config.AuthenticationRegion = region;
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        return config;
    }
}

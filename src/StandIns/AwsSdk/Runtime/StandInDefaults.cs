using Amazon.Runtime.Internal;

namespace Amazon.Runtime;

/// <summary>The configuration modes every service client offers; they differ in how long a connection may take.</summary>
internal static class StandInDefaults
{
    public static IDefaultConfigurationProvider Provider { get; } = new DefaultConfigurationProvider(
    [
        Mode(DefaultConfigurationMode.Standard, TimeSpan.FromMilliseconds(3100)),
        Mode(DefaultConfigurationMode.InRegion, TimeSpan.FromMilliseconds(1100)),
        Mode(DefaultConfigurationMode.CrossRegion, TimeSpan.FromMilliseconds(3100)),
        Mode(DefaultConfigurationMode.Mobile, TimeSpan.FromSeconds(30)),
        Mode(DefaultConfigurationMode.Auto, TimeSpan.FromMilliseconds(1100)),
    ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, TimeSpan connect) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = connect,
        TlsNegotiationTimeout = connect,
    };
}

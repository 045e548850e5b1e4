using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Hosting;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

/// <summary>A LocalAws on virtual time and official SDK clients that reach it by one transport.</summary>
public abstract class LocalAwsTest(Transport transport) : IAsyncLifetime
{
    protected const string Hub = "123456789012";
    protected const string Beijing = "cn-north-1";
    protected const string Ningxia = "cn-northwest-1";

    private LocalHandler? _handler;

    internal static DateTimeOffset Start { get; } = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    internal VirtualTimeProvider Time { get; } = new(Start);

    internal Simulator.LocalAws.LocalAws Aws { get; private set; } = null!;

    internal LocalAwsServer? Server { get; private set; }

    /// <summary>Completes when a fault has killed whoever calls.</summary>
    internal Task Death => Server?.Death ?? _handler!.Death;

    internal virtual LocalAwsOptions Options => new();

    public async Task InitializeAsync()
    {
        Aws = new Simulator.LocalAws.LocalAws(Options, Time);
        if (transport == Transport.Loopback)
        {
            Server = await Aws.ListenAsync(CancellationToken.None);
        }
        else
        {
            _handler = Aws.CreateHandler();
        }
    }

    public async Task DisposeAsync()
    {
        _handler?.Dispose();
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
    }

    protected AmazonEC2Client Ec2(string accessKey = "AKIDHUB", string region = Beijing) =>
        new(LocalClientConfig.CredentialsOf(accessKey), Wired(new AmazonEC2Config(), region));

    protected AmazonDynamoDBClient Dynamo(string accessKey = "AKIDHUB", string region = Beijing) =>
        new(LocalClientConfig.CredentialsOf(accessKey), Wired(new AmazonDynamoDBConfig(), region));

    protected AmazonSimpleSystemsManagementClient Ssm(string accessKey = "AKIDHUB", string region = Beijing) =>
        new(LocalClientConfig.CredentialsOf(accessKey), Wired(new AmazonSimpleSystemsManagementConfig(), region));

    /// <summary>A plain HTTP client, as a runtime loop or an unsigned caller has.</summary>
    protected HttpClient Http() => Server is null
        ? new HttpClient(_handler!, disposeHandler: false) { BaseAddress = new Uri("http://localaws") }
        : new HttpClient { BaseAddress = Server.Url };

    protected T Wired<T>(T config, string region)
        where T : ClientConfig => Server is null ? config.InProcess(_handler!, region) : config.OverLoopback(Server, region);
}

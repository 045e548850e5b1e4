using System.Diagnostics.CodeAnalysis;
using InstanceScheduler.Simulator.LocalAws.Calls;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Hosting;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.LocalAws.Permissions;
using InstanceScheduler.Simulator.LocalAws.Protocol;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.LocalAws.Sns;
using InstanceScheduler.Simulator.LocalAws.Ssm;
using InstanceScheduler.Simulator.LocalAws.Sts;

namespace InstanceScheduler.Simulator.LocalAws;

/// <summary>An AWS endpoint in small: several services, accounts and regions behind their real wire protocols.</summary>
/// <remarks>
/// Reached in process through <see cref="CreateHandler"/> or over loopback after <see cref="ListenAsync"/>; both take the same path.
/// Region and service come from the signature's credential scope, the account from its access key. Signatures are not verified.
/// </remarks>
[SuppressMessage("Design", "MA0049:Type name should not match containing namespace", Justification = "The folder is named after its root.")]
internal sealed class LocalAws
{
    private readonly ServiceRouter _router;

    public LocalAws(LocalAwsOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Credentials = new AccountKeys(options.HubAccount);
        Calls = new CallRecord(options.CallsKept);
        Ec2 = new Ec2Fleet(options, time);
        Rds = new RdsFleet(options, time);
        Dynamo = new DynamoTables(options);
        Parameters = new ParameterTree(options, time);
        Windows = new MaintenanceWindows(options, time);
        Functions = new LambdaFunctions(options);
        Stacks = new LocalStacks(options, time);
        Responses = new ResponseEndpoint(options, time);
        Topics = new LocalTopics(options, time);
        Roles = new LocalRoles(options);
        Sessions = new RoleSessions(Credentials, time);
        CloudFormation = new StackEngine(this);
        _router = new ServiceRouter(
            this,
            [
                new Ec2Service(Ec2),
                new RdsService(Rds),
                new DynamoService(Dynamo, time),
                new SsmService(Parameters, Windows, time),
                new LambdaService(Functions),
                new CloudFormationService(CloudFormation, Stacks),
                new SnsService(Topics),
                new StsService(Roles, Sessions),
            ]);
    }

    public LocalAwsOptions Options { get; }

    public TimeProvider Time { get; }

    public AccountKeys Credentials { get; }

    public CallRecord Calls { get; }

    /// <summary>Takes down what calls need of IAM; null: nobody does.</summary>
    public CallRecording? Recording { get; init; } = CallRecording.OfProcess;

    public FaultScript Faults { get; } = new();

    public Ec2Fleet Ec2 { get; }

    public RdsFleet Rds { get; }

    public DynamoTables Dynamo { get; }

    public ParameterTree Parameters { get; }

    public MaintenanceWindows Windows { get; }

    public LambdaFunctions Functions { get; }

    public LocalStacks Stacks { get; }

    /// <summary>Makes stacks of templates.</summary>
    public StackEngine CloudFormation { get; }

    /// <summary>Resources of stacks that nothing acts on.</summary>
    public KeptResources Kept { get; } = new();

    /// <summary>Where custom resources put their answers.</summary>
    public ResponseEndpoint Responses { get; }

    public LocalTopics Topics { get; }

    public LocalRoles Roles { get; }

    /// <summary>Temporary credentials that were given out.</summary>
    public RoleSessions Sessions { get; }

    /// <summary>A handler for the HTTP clients of SDK clients or of one execution environment.</summary>
    /// <param name="functionName">The function whose runtime API is served; may be left out while only one is registered.</param>
    /// <remarks>Disposing it abandons the invocations that were handed out through it and not answered: the environment is dead.</remarks>
    public LocalHandler CreateHandler(string? functionName = null) =>
        new LocalHandler(_router, new RuntimeApi(Functions, functionName));

    /// <summary>Listens on a free loopback port until the server is disposed; several servers may share one LocalAws.</summary>
    /// <param name="stop">Gives up starting.</param>
    /// <param name="functionName">The function whose runtime API is served; may be left out while only one is registered.</param>
    /// <param name="port">0: any free one.</param>
    /// <remarks>
    /// Disposing the server abandons invocations as disposing a handler does: give each process a server of its own to tell them apart.
    /// </remarks>
    public Task<LocalAwsServer> ListenAsync(CancellationToken stop, string? functionName = null, int port = 0) =>
        LocalAwsServer.StartAsync(_router, new RuntimeApi(Functions, functionName), port, stop);
}

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>One service of AWS: a further one is one more folder and one more line in <see cref="LocalAws"/>.</summary>
internal interface IAwsService
{
    /// <summary>The service's name in a credential scope.</summary>
    string SigningName { get; }

    /// <summary>Names the operation and its resources without acting.</summary>
    /// <exception cref="AwsException">AWS could not route this either.</exception>
    ServiceCall Read(WireRequest request, CallScope scope);

    WireResponse Refuse(AwsException error, string requestId);
}

using Amazon.Runtime.Internal;

namespace Amazon.Runtime;

internal sealed class StandInMetadata(ServiceDescription service) : IServiceMetadata
{
    public string ServiceId => service.ServiceId;
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(0, StringComparer.Ordinal);
}

using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Sns;

/// <summary>Publishing to topics.</summary>
internal sealed class SnsService : IAwsService
{
    private readonly QueryProtocol _protocol;

    public SnsService(LocalTopics topics) => _protocol = new QueryProtocol(
        "2010-03-31",
        "http://sns.amazonaws.com/doc/2010-03-31/",
        new Dictionary<string, QueryOperation>(StringComparer.Ordinal) { ["Publish"] = new PublishCall(topics).Publish },
        input => PublishCall.TopicOf(input) is { } topic ? [topic] : []);

    public string SigningName => "sns";

    public ServiceCall Read(WireRequest request, CallScope scope) => _protocol.Read(request, scope);

    public WireResponse Refuse(AwsException error, string requestId) => _protocol.Refuse(error, requestId);
}

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::SNS::Topic</c></summary>
internal sealed class TopicResource() : ImmediateResource(new ResourceTraits("AWS::SNS::Topic")
    .With("ArchivePolicy ContentBasedDeduplication DataProtectionPolicy DeliveryStatusLogging DisplayName FifoThroughputScope FifoTopic* KmsMasterKeyId "
        + "SignatureVersion Subscription Tags TopicName* TracingConfig")
    .Named("TopicName", 256))
{
    protected override MadeResource Create(ResourceRequest request)
    {
        var name = request.Name(Traits);
        var arn = request.Arn("sns", name);
        return request.Aws.Topics.Contains(arn)
            ? throw request.Exists(arn)
            : new MadeResource(request.Aws.Topics.Add(name, request.Account, request.Region), request.Properties)
                .With("TopicArn", arn).With("TopicName", name);
    }

    protected override MadeResource Update(ResourceRequest request, MadeResource old) => old with { Properties = request.Properties };

    protected override void Delete(ResourceRequest request, MadeResource old) => request.Aws.Topics.Remove(old.PhysicalId);
}

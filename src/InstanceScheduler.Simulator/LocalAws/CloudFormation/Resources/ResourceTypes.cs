using System.Collections.Frozen;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary>The types that a stack may consist of.</summary>
internal static class ResourceTypes
{
    private static readonly CustomResourceType Custom = new();

    private static readonly FrozenDictionary<string, IResourceType> All = new IResourceType[]
    {
        new TableResource(),
        new ParameterResource(),
        new FunctionResource(),
        new TopicResource(),
        new RoleResource(),
        new PolicyResource(),
        new KeptResource(
            new ResourceTraits("AWS::Events::Rule")
                .With("Description EventBusName* EventPattern Name* RoleArn ScheduleExpression State Tags Targets").Named("Name", 64),
            (request, traits) => Named(request, traits, name => request.Arn("events", "rule/" + name))),
        new KeptResource(
            new ResourceTraits("AWS::Lambda::Permission")
                .With("Action!* EventSourceToken* FunctionName!* FunctionUrlAuthType* InvokedViaFunctionUrl* Principal!* PrincipalOrgID* SourceAccount* SourceArn*"),
            Numbered),
        new KeptResource(
            new ResourceTraits("AWS::Lambda::EventInvokeConfig")
                .With("DestinationConfig FunctionName!* MaximumEventAgeInSeconds MaximumRetryAttempts Qualifier!*"),
            (request, _) => new MadeResource($"{request.Text("FunctionName")}|{request.Text("Qualifier")}", request.Properties)),
        new KeptResource(
            new ResourceTraits("AWS::SNS::TopicPolicy").With("PolicyDocument! Topics!"), Numbered),
        new KeptResource(
            new ResourceTraits("AWS::SNS::Subscription")
                .With("DeliveryPolicy Endpoint* FilterPolicy FilterPolicyScope Protocol!* RawMessageDelivery RedrivePolicy Region ReplayPolicy SubscriptionRoleArn TopicArn!*"),
            (request, _) => new MadeResource($"{request.Text("TopicArn")}:{request.Uuid()}", request.Properties)),
        new KeptResource(
            new ResourceTraits("AWS::SQS::Queue")
                .With("ContentBasedDeduplication DeduplicationScope DelaySeconds FifoQueue* FifoThroughputLimit KmsDataKeyReusePeriodSeconds KmsMasterKeyId "
                    + "MaximumMessageSize MessageRetentionPeriod QueueName* ReceiveMessageWaitTimeSeconds RedriveAllowPolicy RedrivePolicy SqsManagedSseEnabled "
                    + "Tags VisibilityTimeout")
                .Named("QueueName", 80),
            Queue),
        new KeptResource(
            new ResourceTraits("AWS::SQS::QueuePolicy").With("PolicyDocument! Queues!"), Numbered),
        new KeptResource(
            new ResourceTraits("AWS::Logs::LogGroup")
                .With("DataProtectionPolicy DeletionProtectionEnabled FieldIndexPolicies KmsKeyId LogGroupClass LogGroupName* ResourcePolicyDocument RetentionInDays Tags")
                .Named("LogGroupName", 512),
            (request, traits) => Named(request, traits, name => request.Arn("logs", $"log-group:{name}:*"))),
        new KeptResource(
            new ResourceTraits("AWS::Logs::MetricFilter")
                .With("ApplyOnTransformedLogs EmitSystemFieldDimensions FieldSelectionCriteria FilterName* FilterPattern! LogGroupName!* MetricTransformations!"),
            Numbered),
        new KeptResource(
            new ResourceTraits("AWS::Logs::QueryDefinition").With("LogGroupNames Name! Parameters QueryLanguage QueryString!"),
            (request, _) => new MadeResource(request.Uuid(), request.Properties).With("QueryDefinitionId", request.Uuid())),
        new KeptResource(
            new ResourceTraits("AWS::CloudWatch::Alarm")
                .With("ActionsEnabled AlarmActions AlarmDescription AlarmName* ComparisonOperator! DatapointsToAlarm Dimensions EvaluateLowSampleCountPercentile "
                    + "EvaluationPeriods! ExtendedStatistic InsufficientDataActions MetricName Metrics Namespace OKActions Period Statistic Tags Threshold "
                    + "ThresholdMetricId TreatMissingData Unit")
                .Named("AlarmName", 255),
            (request, traits) => Named(request, traits, name => request.Arn("cloudwatch", "alarm:" + name))),
    }.ToFrozenDictionary(type => type.Traits.Type, StringComparer.Ordinal);

    /// <exception cref="ResourceFailure">The type is not known here.</exception>
    public static IResourceType Of(string type, bool isCustom) => isCustom ? Custom
        : All.GetValueOrDefault(type) ?? throw new ResourceFailure(
            $"The type {type} is not simulated; known are {string.Join(", ", All.Keys.Order(StringComparer.Ordinal))} and custom resources.");

    private static MadeResource Named(ResourceRequest request, ResourceTraits traits, Func<string, string> arn)
    {
        var name = request.Name(traits);
        return new MadeResource(name, request.Properties).With("Arn", arn(name));
    }

    private static MadeResource Numbered(ResourceRequest request, ResourceTraits traits) =>
        new MadeResource(
            PhysicalNames.Of(request.Stack, request.Resource.LogicalId, request.Generation, traits.LongestName), request.Properties);

    private static MadeResource Queue(ResourceRequest request, ResourceTraits traits)
    {
        var name = request.Name(traits);
        var suffix = Protocol.Arn.Partition(request.Region) == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
        var url = $"https://sqs.{request.Region}.{suffix}/{request.Account}/{name}";
        return new MadeResource(url, request.Properties)
            .With("Arn", request.Arn("sqs", name)).With("QueueName", name).With("QueueUrl", url);
    }
}

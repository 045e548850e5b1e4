using System.Text.Json;
using InstanceScheduler.Simulator.LocalAws.DynamoDb;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::DynamoDB::Table</c></summary>
internal sealed class TableResource() : ImmediateResource(new ResourceTraits("AWS::DynamoDB::Table")
    .With("AttributeDefinitions BillingMode ContributorInsightsSpecification DeletionProtectionEnabled GlobalSecondaryIndexes ImportSourceSpecification* "
        + "KeySchema!* KinesisStreamSpecification LocalSecondaryIndexes* OnDemandThroughput PointInTimeRecoverySpecification ProvisionedThroughput "
        + "ResourcePolicy SSESpecification StreamSpecification TableClass TableName* Tags TimeToLiveSpecification WarmThroughput")
    .Named("TableName", 255))
{
    protected override MadeResource Create(ResourceRequest request)
    {
        var name = request.Name(Traits);
        var table = new DynamoTable(name, TableCalls.Schema(JsonSerializer.SerializeToElement(request.Properties)))
        {
            IsProtected = IsProtected(request),
        };
        return request.Aws.Dynamo.TryAdd(request.Account, request.Region, table)
            ? new MadeResource(name, request.Properties).With("Arn", request.Arn("dynamodb", "table/" + name))
            : throw request.Exists(name);
    }

    protected override MadeResource Update(ResourceRequest request, MadeResource old)
    {
        Find(request, old)?.IsProtected = IsProtected(request);
        return old with { Properties = request.Properties };
    }

    protected override void Delete(ResourceRequest request, MadeResource old)
    {
        if (Find(request, old) is { IsProtected: true })
        {
            throw DynamoErrors.Protected();
        }

        request.Aws.Dynamo.Remove(request.Account, request.Region, old.PhysicalId);
    }

    private static DynamoTable? Find(ResourceRequest request, MadeResource made) =>
        request.Aws.Dynamo.Find(request.Account, request.Region, made.PhysicalId);

    private static bool IsProtected(ResourceRequest request) =>
        string.Equals(request.Text("DeletionProtectionEnabled"), "true", StringComparison.OrdinalIgnoreCase);
}

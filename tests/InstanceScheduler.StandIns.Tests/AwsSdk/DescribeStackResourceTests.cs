using System.Net;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

public sealed class DescribeStackResourceTests
{
    private const string Detail =
        """
        <StackResourceDetail>
          <StackId>arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/demo/1</StackId>
          <StackName>demo</StackName>
          <LogicalResourceId>Main</LogicalResourceId>
          <PhysicalResourceId>demo-Main</PhysicalResourceId>
          <ResourceType>AWS::Lambda::Function</ResourceType>
          <LastUpdatedTimestamp>2026-02-03T04:05:06.789Z</LastUpdatedTimestamp>
          <ResourceStatus>UPDATE_COMPLETE</ResourceStatus>
          <ResourceStatusReason>a &amp; b</ResourceStatusReason>
          <Description>The function</Description>
          <Metadata>{}</Metadata>
          <DriftInformation><StackResourceDriftStatus>NOT_CHECKED</StackResourceDriftStatus></DriftInformation>
        </StackResourceDetail>
        """;

    [Fact]
    public async Task The_question_is_a_signed_form()
    {
        var service = Answering(Detail);

        await AskAsync(service);

        var sent = service.Requests.Single();
        Assert.Equal(("POST", "https://cloudformation.cn-north-1.amazonaws.com.cn/"), (sent.Method, sent.Address.AbsoluteUri));
        Assert.Contains("/cn-north-1/cloudformation/aws4_request, ", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("Action=DescribeStackResource\nLogicalResourceId=Main\nStackName=demo\nVersion=2010-05-15", Form.Text(sent));
    }

    [Fact]
    public async Task The_answer_is_read_in_full()
    {
        var answer = await AskAsync(Answering(Detail));

        var detail = answer.StackResourceDetail!;
        Assert.Equal(
            ("arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/demo/1", "demo"), (detail.StackId, detail.StackName));
        Assert.Equal(
            ("Main", "demo-Main", "AWS::Lambda::Function"), (detail.LogicalResourceId, detail.PhysicalResourceId, detail.ResourceType));
        Assert.Equal((ResourceStatus.UPDATE_COMPLETE, "a & b"), (detail.ResourceStatus, detail.ResourceStatusReason));
        Assert.Equal(("The function", "{}"), (detail.Description, detail.Metadata));
        Assert.Equal(new DateTime(2026, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc), detail.LastUpdatedTimestamp);
        Assert.Equal("q-1", answer.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task What_the_answer_leaves_out_is_null()
    {
        var detail = (await AskAsync(Answering("<StackResourceDetail/>"))).StackResourceDetail!;

        Assert.Null(detail.PhysicalResourceId);
        Assert.Null(detail.ResourceStatus);
        Assert.Null((await AskAsync(Answering(""))).StackResourceDetail);
    }

    [Theory]
    [InlineData(400, "ValidationError")]
    [InlineData(403, "AccessDenied")]
    [InlineData(403, "ExpiredToken")]
    [InlineData(400, "Throttling")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task An_error_is_one_of_the_service(int status, string code)
    {
        var service = QueryClients.Failing(status, code);

        var thrown = await Assert.ThrowsAsync<AmazonCloudFormationException>(() => AskAsync(service));

        Assert.Equal((code, "why", "q-1", (HttpStatusCode)status), (thrown.ErrorCode, thrown.Message, thrown.RequestId, thrown.StatusCode));
        Assert.Equal(ErrorType.Sender, thrown.ErrorType);
        Assert.Single(service.Requests);
    }

    private static FakeService Answering(string result) => new(body: QueryXml.Answer("DescribeStackResource", result));

    private static async Task<DescribeStackResourceResponse> AskAsync(FakeService service)
    {
        using var client = QueryClients.CloudFormation(service);
        return await client.DescribeStackResourceAsync(
            new DescribeStackResourceRequest { StackName = "demo", LogicalResourceId = "Main" });
    }
}

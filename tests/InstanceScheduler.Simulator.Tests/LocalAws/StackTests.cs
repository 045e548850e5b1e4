using System.Net;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.LocalAws.Hosting;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class StackTests(Transport transport) : LocalAwsTest(transport)
{
    private const string Action = "cloudformation:DescribeStackResource";
    private const string Id = "arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/demo/00000000-0000-4000-a000-000000000001";

    [Theory]
    [InlineData("demo")]
    [InlineData(Id)]
    public async Task A_resource_is_found_by_the_stacks_name_and_by_its_id(string stack)
    {
        Demo();

        var detail = (await DescribeAsync(stack, "Main")).StackResourceDetail!;

        Assert.Equal((Id, "demo", "Main"), (detail.StackId, detail.StackName, detail.LogicalResourceId));
        Assert.Equal(("demo-Main-1", "AWS::Lambda::Function"), (detail.PhysicalResourceId, detail.ResourceType));
        Assert.Equal(ResourceStatus.CREATE_COMPLETE, detail.ResourceStatus);
        Assert.Equal((null, Start.UtcDateTime), (detail.ResourceStatusReason, detail.LastUpdatedTimestamp));
        Assert.Equal((1, stack), (Aws.Calls.Count("cloudformation", "DescribeStackResource"), Aws.Calls.Last().Resources.Single()));
    }

    [Fact]
    public async Task A_resource_that_failed_says_why_and_has_no_name_yet()
    {
        var failed = new StackResource("Table", null, "AWS::DynamoDB::Table") { Status = "CREATE_FAILED", StatusReason = "a < b & 表" };
        Time.AdvanceBy(TimeSpan.FromMinutes(1));
        Demo().Put(failed);

        var detail = (await DescribeAsync("demo", "Table")).StackResourceDetail!;

        Assert.Equal((ResourceStatus.CREATE_FAILED, "a < b & 表"), (detail.ResourceStatus, detail.ResourceStatusReason));
        Assert.Equal((null, Start.AddMinutes(1).UtcDateTime), (detail.PhysicalResourceId, detail.LastUpdatedTimestamp));
    }

    [Theory]
    [InlineData("other", "Main", Beijing, "Stack 'other' does not exist")]
    [InlineData("Demo", "Main", Beijing, "Stack 'Demo' does not exist")]
    [InlineData("demo", "Main", Ningxia, "Stack 'demo' does not exist")]
    [InlineData(Id + "0", "Main", Beijing, $"Stack '{Id}0' does not exist")]
    [InlineData("demo", "main", Beijing, "Resource main does not exist for stack demo")]
    [InlineData(null, "Main", Beijing, "Value null at 'stackName' failed to satisfy constraint: Member must not be null")]
    [InlineData("demo", null, Beijing, "Value null at 'logicalResourceId' failed to satisfy constraint: Member must not be null")]
    public async Task What_is_not_there_is_a_validation_error(string? stack, string? resource, string region, string text)
    {
        Demo();

        var refused = await RefusedAsync(stack, resource, region);

        Assert.Equal(("ValidationError", HttpStatusCode.BadRequest), (refused.ErrorCode, refused.StatusCode));
        Assert.EndsWith(text, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo", Id)]
    [InlineData("other", "arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/other/*")]
    public async Task Looking_can_be_denied(string stack, string arn)
    {
        Demo();
        Aws.Stacks.Deny(Hub, Beijing, Action);

        var refused = await RefusedAsync(stack, "Main");

        Assert.Equal(("AccessDenied", HttpStatusCode.Forbidden), (refused.ErrorCode, refused.StatusCode));
        Assert.Contains(
            $"is not authorized to perform: {Action} on resource: {arn} because no identity-based policy", refused.Message,
            StringComparison.Ordinal);

        Aws.Stacks.Allow(Hub, Beijing, Action);
        Assert.NotNull((await DescribeAsync("demo", "Main")).StackResourceDetail);
    }

    [Fact]
    public async Task A_removed_stack_is_gone_and_a_name_is_taken_once()
    {
        var demo = Demo();
        Assert.Throws<InvalidOperationException>(Demo);
        Assert.NotEqual(demo.Id, Aws.Stacks.Add("demo", region: Ningxia).Id);

        Assert.True(Aws.Stacks.Remove(demo));
        Assert.False(Aws.Stacks.Remove(demo));

        Assert.Equal("Stack 'demo' does not exist", (await RefusedAsync("demo", "Main")).Message);
        Assert.NotEqual(demo.Id, Demo().Id);
    }

    private LocalStack Demo() => Aws.Stacks.Add("demo").Put("Main", "demo-Main-1", "AWS::Lambda::Function");

    private async Task<DescribeStackResourceResponse> DescribeAsync(string? stack, string? resource, string region = Beijing)
    {
        var config = Wired(new AmazonCloudFormationConfig(), region);
        using var client = new AmazonCloudFormationClient(LocalClientConfig.HubCredentials, config);
        return await client.DescribeStackResourceAsync(
            new DescribeStackResourceRequest { StackName = stack, LogicalResourceId = resource });
    }

    private Task<AmazonCloudFormationException> RefusedAsync(string? stack, string? resource, string region = Beijing) =>
        Assert.ThrowsAsync<AmazonCloudFormationException>(() => DescribeAsync(stack, resource, region));
}

public sealed class StackInProcessTests() : StackTests(Transport.InProcess);

public sealed class StackLoopbackTests() : StackTests(Transport.Loopback);

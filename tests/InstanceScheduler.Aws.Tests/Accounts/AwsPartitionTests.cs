using InstanceScheduler.Aws.Accounts;

namespace InstanceScheduler.Aws.Tests.Accounts;

public sealed class AwsPartitionTests
{
    [Theory]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("cn-northwest-1", "aws-cn")]
    [InlineData("cn-south-12", "aws-cn")] // younger than this code
    [InlineData("us-east-1", "aws")]
    [InlineData("ap-southeast-10", "aws")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    public void A_region_is_in(string region, string partition) => Assert.Equal(partition, AwsPartition.Of(region));

    [Theory]
    [InlineData("")]
    [InlineData("cn-north")]
    [InlineData("cn-1")]
    [InlineData("north-1")]
    [InlineData("CN-NORTH-1")]
    [InlineData(" cn-north-1")]
    [InlineData("cn-north-1\n")]
    [InlineData("cn-north-1a")]
    [InlineData("cn_north_1")]
    [InlineData("cn-north-١")]
    [InlineData("<REGION>")]
    public void Nothing_else_is_a_region(string region) => Assert.Null(AwsPartition.Of(region));
}

using InstanceScheduler.Aws.Notices;

namespace InstanceScheduler.Aws.Tests.Notices;

public sealed class TopicArnTests
{
    [Theory]
    [InlineData("arn:aws-cn:sns:cn-north-1:123456789012:Scheduler-Issues_1", "cn-north-1")]
    [InlineData(" arn:aws-cn:sns:cn-northwest-1:123456789012:t\n", "cn-northwest-1")]
    [InlineData("arn:aws:sns:eu-central-1:123456789012:t", "eu-central-1")]
    [InlineData("arn:aws-us-gov:sns:us-gov-west-1:123456789012:t", "us-gov-west-1")]
    public void A_topic_tells_its_region(string text, string region)
    {
        var arn = TopicArn.TryParse(text)!;

        Assert.Equal(region, arn.Region);
        Assert.Equal(text.Trim(), arn.Text);
    }

    [Theory]
    [InlineData("topic")]
    [InlineData("")]
    [InlineData("arn:aws:sns:cn-north-1:123456789012:t")] // another partition
    [InlineData("arn:aws-cn:sns:eu-central-1:123456789012:t")]
    [InlineData("arn:aws-cn:sqs:cn-north-1:123456789012:t")]
    [InlineData("arn:aws-cn:sns:cn-north-1:12345678901:t")]
    [InlineData("arn:aws-cn:sns:cn-north-1:123456789012:")]
    [InlineData("arn:aws-cn:sns:cn-north-1:123456789012:t.fifo")]
    [InlineData("arn:aws-cn:sns:cn-north-1:123456789012:t:0f0e0d0c-subscription")]
    [InlineData("arn:aws-cn:sns:Beijing:123456789012:t")]
    public void Anything_else_is_none(string text) => Assert.Null(TopicArn.TryParse(text));
}

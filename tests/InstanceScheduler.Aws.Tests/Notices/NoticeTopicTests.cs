using System.Net;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using InstanceScheduler.Aws.Notices;
using Moq;

namespace InstanceScheduler.Aws.Tests.Notices;

public sealed class NoticeTopicTests : AwsTest
{
    private const string Arn = "arn:aws-cn:sns:cn-northwest-1:123456789012:Issues";

    private readonly Mock<IAmazonSimpleNotificationService> _sns = new();
    private readonly List<PublishRequest> _published = [];
    private readonly RecordingLogger _logger = new();
    private readonly List<string> _regions = [];

    public NoticeTopicTests() => _sns.Setup(sns => sns.PublishAsync(Capture.In(_published), It.IsAny<CancellationToken>())).ReturnsAsync(new PublishResponse());

    [Fact]
    public async Task A_notice_goes_to_the_topic_in_its_region()
    {
        Assert.True(await Topic($" {Arn} ").TrySendAsync("subject", "message", Deadline));

        var request = Assert.Single(_published);
        Assert.Equal((Arn, "subject", "message"), (request.TopicArn, request.Subject, request.Message));
        Assert.Equal(["cn-northwest-1"], _regions, StringComparer.Ordinal);
        Assert.StartsWith("Information NoticeSent", Assert.Single(_logger.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData("Issues", "Issues")]
    public async Task Without_a_topic_nothing_is_sent(string? setting, string? malformed)
    {
        var topic = Topic(setting);

        Assert.False(await topic.TrySendAsync("subject", "message", Deadline));
        Assert.Null(topic.Arn);
        Assert.Equal(malformed, topic.Malformed);
        Assert.Empty(_published);
    }

    [Theory]
    [InlineData("AuthorizationError", HttpStatusCode.Forbidden)]
    [InlineData("NotFound", HttpStatusCode.NotFound)]
    [InlineData("InvalidParameter", HttpStatusCode.BadRequest)]
    public async Task A_refusal_is_logged_and_swallowed(string code, HttpStatusCode status)
    {
        Fail(new AmazonSimpleNotificationServiceException("Because.", null, ErrorType.Sender, code, "r", status));

        Assert.False(await Topic(Arn).TrySendAsync("subject", "message", Deadline));
        var line = Assert.Single(_logger.Lines);
        Assert.StartsWith("Warning NoticeNotSent", line, StringComparison.Ordinal);
        Assert.Contains($"{code}: Because.", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttle_is_waited_out()
    {
        _sns.SetupSequence(sns => sns.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonSimpleNotificationServiceException("Slow.", null, ErrorType.Sender, "Throttled", "r", HttpStatusCode.TooManyRequests))
            .ReturnsAsync(new PublishResponse());

        Assert.True(await Topic(Arn).TrySendAsync("subject", "message", Deadline));
    }

    private void Fail(Exception failure) => _sns.Setup(sns => sns.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>())).ThrowsAsync(failure);

    private NoticeTopic Topic(string? setting) => new(setting, ClientFor, Retry, _logger);

    private IAmazonSimpleNotificationService ClientFor(string region)
    {
        _regions.Add(region);
        return _sns.Object;
    }
}

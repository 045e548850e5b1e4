using System.Net;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

public sealed class PublishTests
{
    private const string Topic = "arn:aws-cn:sns:cn-north-1:123456789012:alerts";

    public static TheoryData<int, string, Type> Errors => new()
    {
        { 403, "AuthorizationError", typeof(AuthorizationErrorException) },
        { 400, "EndpointDisabled", typeof(EndpointDisabledException) },
        { 500, "InternalError", typeof(InternalErrorException) },
        { 400, "InvalidParameter", typeof(InvalidParameterException) },
        { 403, "InvalidSecurity", typeof(InvalidSecurityException) },
        { 400, "KMSAccessDenied", typeof(KMSAccessDeniedException) },
        { 400, "KMSDisabled", typeof(KMSDisabledException) },
        { 400, "KMSInvalidState", typeof(KMSInvalidStateException) },
        { 400, "KMSNotFound", typeof(KMSNotFoundException) },
        { 403, "KMSOptInRequired", typeof(KMSOptInRequiredException) },
        { 400, "KMSThrottling", typeof(KMSThrottlingException) },
        { 404, "NotFound", typeof(NotFoundException) },
        { 400, "ParameterValueInvalid", typeof(InvalidParameterValueException) },
        { 400, "PlatformApplicationDisabled", typeof(PlatformApplicationDisabledException) },
        { 400, "ValidationException", typeof(ValidationException) },
        { 400, "SomethingNew", typeof(AmazonSimpleNotificationServiceException) },
    };

    [Fact]
    public async Task A_message_is_a_signed_form()
    {
        var service = Accepting();
        using var client = QueryClients.Sns(service);

        await client.PublishAsync(new PublishRequest { TopicArn = Topic, Subject = "Scheduler", Message = "第一行\nwhy & how" });

        var sent = service.Requests.Single();
        Assert.Equal(("POST", "https://sns.cn-north-1.amazonaws.com.cn/"), (sent.Method, sent.Address.AbsoluteUri));
        Assert.Contains("/cn-north-1/sns/aws4_request, ", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(
            $"Action=Publish\nMessage=第一行\nwhy & how\nSubject=Scheduler\nTopicArn={Topic}\nVersion=2010-03-31", Form.Text(sent));
    }

    [Fact]
    public async Task Every_field_goes_out_under_its_wire_name()
    {
        var service = Accepting();
        using var client = QueryClients.Sns(service);

        await client.PublishAsync(new PublishRequest { TargetArn = "t", Message = "{}", MessageStructure = "json" });

        Assert.Equal(
            "Action=Publish\nMessage={}\nMessageStructure=json\nTargetArn=t\nVersion=2010-03-31", Form.Text(service.Requests.Single()));
    }

    [Fact]
    public async Task The_answer_names_the_message()
    {
        using var client = QueryClients.Sns(Accepting());

        var answer = await client.PublishAsync(new PublishRequest { TopicArn = Topic, Message = "m" });

        Assert.Equal(("msg-1", "1000", "q-1"), (answer.MessageId, answer.SequenceNumber, answer.ResponseMetadata.RequestId));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_code_has_its_exception(int status, string code, Type expected)
    {
        var service = QueryClients.Failing(status, code);
        using var client = QueryClients.Sns(service);

        var thrown = await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(
            () => client.PublishAsync(new PublishRequest { TopicArn = Topic, Message = "m" }));

        Assert.IsType(expected, thrown);
        Assert.Equal((code, "why", "q-1", (HttpStatusCode)status), (thrown.ErrorCode, thrown.Message, thrown.RequestId, thrown.StatusCode));
        Assert.Equal(ErrorType.Sender, thrown.ErrorType);
        Assert.Single(service.Requests);
    }

    private static FakeService Accepting() => new(
        body: QueryXml.Answer("Publish", "<MessageId>msg-1</MessageId><SequenceNumber>1000</SequenceNumber>"));
}

using System.Net;
using System.Xml.Linq;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class SnsTests(Transport transport) : LocalAwsTest(transport)
{
    private const string Topic = "arn:aws-cn:sns:cn-north-1:123456789012:issues";

    private static readonly SignedForm Sns = new("sns", "2010-03-31");

    public static TheoryData<string?, bool> Subjects => new()
    {
        { null, true },
        { "Scheduler: 3 problems (2 new)!", true },
        { "[x]", true },
        { new string('s', 100), true },
        { new string('s', 101), false },
        { "", false },
        { " begins with a blank", false },
        { "line\nbreak", false },
        { "tab\t", false },
        { "问题", false },
    };

    [Fact]
    public async Task A_published_message_is_on_record()
    {
        var arn = Aws.Topics.Add("issues");
        using var http = Http();

        var (_, first) = await Sns.PostAsync(
            http, "Publish", ("TopicArn", arn), ("Subject", "Problems"), ("Message", "Loggroup: a\nb & <c> 问题"));
        Time.AdvanceBy(TimeSpan.FromMinutes(5));
        var (status, second) = await Sns.PostAsync(http, "Publish", ("TargetArn", arn), ("Message", "again"));

        Assert.Equal(Topic, arn);
        Assert.Equal((HttpStatusCode.OK, "PublishResponse"), (status, first.Name.LocalName));
        Assert.Equal("http://sns.amazonaws.com/doc/2010-03-31/", first.Name.NamespaceName);
        Assert.Equal(["PublishResult", "ResponseMetadata"], first.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(
            [("Problems", "Loggroup: a\nb & <c> 问题", Start), (null, "again", Start.AddMinutes(5))],
            Aws.Topics.Messages.Select(m => (m.Subject, m.Text, m.Time)));
        Assert.Equal([Id(first), Id(second)], Aws.Topics.Messages.Select(m => m.Id));
        Assert.NotEqual(Id(first), Id(second));
        Assert.Equal((2, Topic), (Aws.Calls.Count("sns", "Publish"), Aws.Calls.Last().Resources.Single()));
        Aws.Topics.Clear();
        Assert.Empty(Aws.Topics.Messages);
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task A_subject_is_short_plain_text(string? subject, bool isTaken)
    {
        Aws.Topics.Add("issues");
        using var http = Http();

        var (status, answer) = await Sns.PostAsync(http, "Publish", ("TopicArn", Topic), ("Subject", subject), ("Message", "m"));

        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, status);
        Assert.Equal(isTaken ? (null, null) : ("InvalidParameter", "Invalid parameter: Subject"), Error(answer));
        Assert.Equal(isTaken ? 1 : 0, Aws.Topics.Messages.Count);
    }

    [Theory]
    // Bytes count, not characters.
    [InlineData('m', 262_144, null)]
    [InlineData('m', 262_145, "Invalid parameter: Message too long")]
    [InlineData('问', 87_381, null)]
    [InlineData('问', 87_382, "Invalid parameter: Message too long")]
    [InlineData('m', 0, "Invalid parameter: Empty message")]
    public async Task A_message_has_so_many_bytes(char letter, int count, string? expected)
    {
        Aws.Topics.Add("issues");
        using var http = Http();

        var (_, answer) = await Sns.PostAsync(http, "Publish", ("TopicArn", Topic), ("Message", new string(letter, count)));

        Assert.Equal(expected, Error(answer).Message);
        Assert.Equal(expected is null ? count : -1, Aws.Topics.Messages.Select(m => m.Text.Length).DefaultIfEmpty(-1).Single());
    }

    [Theory]
    [InlineData("arn:aws-cn:sns:cn-north-1:123456789012:other", 404, "NotFound", "Topic does not exist")]
    [InlineData("arn:aws-cn:sns:cn-northwest-1:123456789012:issues", 400, "InvalidParameter", "Invalid parameter: TopicArn")]
    [InlineData("arn:aws:sns:cn-north-1:123456789012:issues", 400, "InvalidParameter", "Invalid parameter: TopicArn")]
    [InlineData("arn:aws-cn:sqs:cn-north-1:123456789012:issues", 400, "InvalidParameter", "Invalid parameter: TopicArn")]
    [InlineData("issues", 400, "InvalidParameter", "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1")]
    [InlineData(null, 400, "InvalidParameter", "Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter")]
    [InlineData("arn:aws-cn:sns:cn-north-1:210987654321:theirs", 403, "AuthorizationError", "because no resource-based policy")]
    [InlineData("arn:aws-cn:sns:cn-north-1:210987654321:other", 403, "AuthorizationError", "because no resource-based policy")]
    public async Task A_topic_that_is_not_there_is_refused(string? arn, int status, string code, string text)
    {
        Aws.Topics.Add("issues");
        Aws.Topics.Add("theirs", account: "210987654321");
        Aws.Topics.Remove(Aws.Topics.Add("other"));
        using var http = Http();

        var (actual, answer) = await Sns.PostAsync(http, "Publish", ("TopicArn", arn), ("Message", "m"));

        Assert.Equal((status, code, "Sender"), ((int)actual, Error(answer).Code, SignedForm.Text(answer, "Type")));
        Assert.Contains(text, Error(answer).Message, StringComparison.Ordinal);
        Assert.Empty(Aws.Topics.Messages);
    }

    [Fact]
    public async Task Publishing_can_be_denied_in_an_account_and_region()
    {
        Aws.Credentials["AKIDOTHER"] = "210987654321";
        Aws.Topics.Add("issues");
        var ningxia = Aws.Topics.Add("issues", region: Ningxia);
        var other = Aws.Topics.Add("issues", "210987654321");
        Aws.Topics.Deny(Hub, Beijing, "sns:Publish");
        using var http = Http();

        var (status, refused) = await Sns.PostAsync(http, "Publish", ("TopicArn", Topic), ("Message", "m"));
        await (Sns with { Region = Ningxia }).PostAsync(http, "Publish", ("TopicArn", ningxia), ("Message", "m"));
        await (Sns with { AccessKey = "AKIDOTHER" }).PostAsync(http, "Publish", ("TopicArn", other), ("Message", "m"));
        Aws.Topics.Allow(Hub, Beijing, "sns:Publish");
        await Sns.PostAsync(http, "Publish", ("TopicArn", Topic), ("Message", "m"));

        Assert.Equal((HttpStatusCode.Forbidden, "AuthorizationError"), (status, Error(refused).Code));
        Assert.EndsWith(
            $"not authorized to perform: SNS:Publish on resource: {Topic} because no identity-based policy allows the SNS:Publish action",
            Error(refused).Message,
            StringComparison.Ordinal);
        Assert.Equal([ningxia, other, Topic], Aws.Topics.Messages.Select(m => m.TopicArn));
    }

    [Theory]
    [InlineData("CreateTopic", "2010-03-31", Beijing, "InvalidAction")]
    [InlineData("Publish", "2012-11-05", Beijing, "InvalidAction")]
    [InlineData("Publish", "2010-03-31", "us-east-1", "InvalidClientTokenId")]
    public async Task What_is_not_understood_is_refused(string action, string version, string region, string expected)
    {
        Aws.Topics.Add("issues");
        using var http = Http();

        var (_, answer) = await new SignedForm("sns", version, region).PostAsync(http, action, ("TopicArn", Topic), ("Message", "m"));

        Assert.Equal(("ErrorResponse", expected), (answer.Name.LocalName, Error(answer).Code));
    }

    [Fact]
    public void A_topic_exists_once_and_has_a_proper_name()
    {
        Assert.Equal(Aws.Topics.Add("issues"), Aws.Topics.Add("issues"));
        Assert.True(Aws.Topics.Remove(Topic));
        Assert.False(Aws.Topics.Remove(Topic));
        Assert.Throws<ArgumentException>(() => Aws.Topics.Add("no blanks"));
    }

    private static string? Id(XElement answer) => SignedForm.Text(answer, "MessageId");

    private static (string? Code, string? Message) Error(XElement answer) =>
        (SignedForm.Text(answer, "Code"), SignedForm.Text(answer, "Message"));
}

public sealed class SnsInProcessTests() : SnsTests(Transport.InProcess);

public sealed class SnsLoopbackTests() : SnsTests(Transport.Loopback);

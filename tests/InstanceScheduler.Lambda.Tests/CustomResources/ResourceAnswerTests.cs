using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using InstanceScheduler.Lambda.CustomResources;

namespace InstanceScheduler.Lambda.Tests.CustomResources;

public sealed class ResourceAnswerTests
{
    private const string Stack = "arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/shop/1";

    [Fact]
    public void An_answer_is_these_bytes()
    {
        var success = new ResourceAnswer(Request(), "shop-营业") { Data = Named };
        var failure = new ResourceAnswer(Request(), "shop-hours", "\"9\" <is> no time & 表\n+");

        Assert.Equal(
            """{"Status":"SUCCESS","PhysicalResourceId":"shop-营业","StackId":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/shop/1","RequestId":"r-1","LogicalResourceId":"Hours","Data":{"Name":"shop"}}""",
            Encoding.UTF8.GetString(success.ToBytes()));
        Assert.Equal(
            """{"Status":"FAILED","Reason":"\"9\" <is> no time & 表\n+","PhysicalResourceId":"shop-hours","StackId":"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/shop/1","RequestId":"r-1","LogicalResourceId":"Hours"}""",
            Encoding.UTF8.GetString(failure.ToBytes()));
    }

    // One byte a letter; three bytes; a pair that becomes two escapes of six; an escape of two; an escape of six.
    [Theory]
    [InlineData("x")]
    [InlineData("表")]
    [InlineData("😀")]
    [InlineData("\"")]
    [InlineData("\u0001")]
    [InlineData("x表😀\"\u0001")]
    public void A_reason_ends_where_the_body_is_full_and_at_a_whole_character(string pattern)
    {
        var reason = string.Concat(Enumerable.Repeat(pattern, 6000));
        for (var idLength = 1; idLength <= 13; idLength++)
        {
            var body = new ResourceAnswer(Request(), new string('i', idLength), reason).ToBytes();

            // One more character, whose escapes may take twelve bytes, would not fit.
            Assert.InRange(body.Length, ResourceAnswer.LargestBody - 11, ResourceAnswer.LargestBody);
            var sent = JsonDocument.Parse(body).RootElement.GetProperty("Reason").GetString()!;
            Assert.EndsWith("…", sent, StringComparison.Ordinal);
            Assert.StartsWith(sent[..^1], reason, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFFFD', sent);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_reason_that_just_fits_is_whole(int surplus)
    {
        var rest = new ResourceAnswer(Request(), "id", "").ToBytes().Length;
        var reason = new string('x', ResourceAnswer.LargestBody - rest + surplus);

        var body = new ResourceAnswer(Request(), "id", reason).ToBytes();

        Assert.Equal(ResourceAnswer.LargestBody, body.Length);
        Assert.Equal(surplus == 0, JsonDocument.Parse(body).RootElement.GetProperty("Reason").GetString() == reason);
    }

    private static ImmutableSortedDictionary<string, string> Named { get; } =
        ImmutableSortedDictionary<string, string>.Empty.Add("Name", "shop");

    private static ResourceRequest Request() =>
        new(JsonElement.Parse($$"""{"StackId":"{{Stack}}","RequestId":"r-1","LogicalResourceId":"Hours"}"""));
}

using System.Text;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace InstanceScheduler.StandIns.Tests.Lambda;

public sealed class SerializerTests
{
    private readonly SourceGeneratorLambdaJsonSerializer<EventJson> _serializer = new();

    [Fact]
    public void A_scheduled_event_is_read_as_the_event_bus_sends_it()
    {
        var read = Read<ScheduledEvent>("""
            {
              "version": "0", "id": "e-1", "detail-type": "Scheduled Event", "source": "aws.events", "account": "123456789012",
              "time": "2026-03-08T07:05:00Z", "region": "cn-north-1", "detail": {},
              "resources": ["arn:aws-cn:events:cn-north-1:123456789012:rule/tick"]
            }
            """);

        Assert.Equal(("0", "e-1", "Scheduled Event", "aws.events"), (read.Version, read.Id, read.DetailType, read.Source));
        Assert.Equal(("123456789012", "cn-north-1"), (read.Account, read.Region));
        Assert.Equal(new DateTime(2026, 3, 8, 7, 5, 0, DateTimeKind.Utc), read.Time);
        Assert.Equal(["arn:aws-cn:events:cn-north-1:123456789012:rule/tick"], read.Resources);
        Assert.NotNull(read.Detail);
    }

    [Fact]
    public void Nulls_are_not_written_and_text_is_not_escaped_more_than_needed()
    {
        using var output = new MemoryStream();
        var detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["k"] = "v" };

        _serializer.Serialize(new CloudWatchEvent<Dictionary<string, string>> { Id = "开机 <a>", Detail = detail }, output);

        Assert.Equal("""{"Detail":{"k":"v"},"Time":"0001-01-01T00:00:00","Id":"开机 <a>"}""", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"time": "soon"}""")]
    public void Bad_input_has_one_exception_type(string json) =>
        Assert.Throws<JsonSerializerException>(() => Read<ScheduledEvent>(json));

    [Fact]
    public void A_type_the_context_does_not_know_is_named()
    {
        var thrown = Assert.Throws<JsonSerializerException>(() => Read<Version>("{}"));

        Assert.Contains("System.Version", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_options_can_be_customised()
    {
        var lenient = new SourceGeneratorLambdaJsonSerializer<EventJson>(options => options.AllowTrailingCommas = true);

        using var input = new MemoryStream("""{"id": "e-1",}"""u8.ToArray());

        Assert.Equal("e-1", lenient.Deserialize<ScheduledEvent>(input).Id);
    }

    private T Read<T>(string json)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return _serializer.Deserialize<T>(input);
    }
}

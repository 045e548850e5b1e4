using System.Text.Json;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Aws.Tests.ConfigTable;

public sealed class ConfigTableWriterTests : AwsTest
{
    private const string TableName = "ConfigTable";
    private const string Office = """{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"09:00"},"weekdays":{"SS":["mon","fri"]}}""";

    public ConfigTableWriterTests() => Aws.Dynamo.Create(TableName, "type", "name");

    private ConfigTableWriter Writer => new(Clients.DynamoDb, TableName, Retry);

    // Every type that an attribute can have, empty ones too.
    public static TheoryData<string> Attributes =>
    [
        """{"S":"09:00"}""", """{"S":""}""", """{"N":"-0.5"}""", """{"BOOL":true}""", """{"BOOL":false}""", """{"NULL":true}""",
        """{"SS":["fri","mon"]}""", """{"NS":["1","2"]}""", """{"B":"AAE="}""", """{"BS":["AAE="]}""", """{"L":[]}""", """{"M":{}}""",
        """{"L":[{"S":"b"},{"L":[{"BOOL":false}]}]}""", """{"M":{"a":{"M":{"b":{"NULL":true}}}}}""",
    ];

    [Theory]
    [MemberData(nameof(Attributes))]
    public async Task What_was_read_can_be_written_over_and_back_whatever_it_holds(string attribute)
    {
        var before = $$"""{"type":{"S":"period"},"name":{"S":"office"},"x":{{attribute}}}""";
        Put(before);
        var read = await ReadAsync();
        Assert.Equal($$$"""{"x":{{{attribute}}}}""", Json(read, without: ["type", "name"]));

        Assert.True(await Writer.TryPutAsync(read, Of(Office), Deadline));
        Assert.True(await Writer.TryPutAsync(await ReadAsync(), read, Deadline));
        Assert.Equal(read.Version, (await ReadAsync()).Version);
        Assert.True(await Writer.TryDeleteAsync(read, Deadline));
        Assert.Empty(Aws.Dynamo.Table(TableName).Items);
    }

    public static TheoryData<string> ChangesMeanwhile => new()
    {
        """{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"08:00"},"weekdays":{"SS":["mon","fri"]}}""",
        """{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"09:00"},"weekdays":{"SS":["mon"]}}""",
        """{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"09:00"}}""",
        """{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"09:00"},"weekdays":{"SS":["mon","fri"]},"endtime":{"S":"18:00"}}""",
        """{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"09:00"},"weekdays":{"L":[{"S":"mon"},{"S":"fri"}]}}""",
    };

    [Theory]
    [MemberData(nameof(ChangesMeanwhile))]
    public async Task An_item_that_somebody_changed_is_neither_written_nor_deleted(string meanwhile)
    {
        Put(Office);
        var read = await ReadAsync();
        Put(meanwhile);
        var changed = await ReadAsync();

        Assert.False(await Writer.TryPutAsync(read, Of("""{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"07:00"}}"""), Deadline));
        Assert.False(await Writer.TryDeleteAsync(read, Deadline));
        Assert.NotEqual(read.Version, changed.Version);
        Assert.Equal(changed.Version, (await ReadAsync()).Version);
    }

    [Fact]
    public async Task A_new_item_never_takes_the_place_of_another()
    {
        Assert.True(await Writer.TryPutAsync(read: null, Of(Office), Deadline));
        Assert.False(await Writer.TryPutAsync(read: null, Of("""{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"07:00"}}"""), Deadline));
        Assert.Contains("09:00", Json(await ReadAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_is_gone_is_not_made_again_by_an_update_and_is_gone_for_a_delete()
    {
        Put(Office);
        var read = await ReadAsync();
        Assert.True(await Writer.TryDeleteAsync(read, Deadline));
        Assert.False(await Writer.TryPutAsync(read, Of(Office), Deadline));
        Assert.True(await Writer.TryDeleteAsync(read, Deadline));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_counts()
    {
        Put(Office);
        var read = await ReadAsync();
        Aws.Faults.Add("dynamodb", "PutItem", LocalFault.LoseAnswer);
        Assert.True(await Writer.TryPutAsync(read, Of("""{"type":{"S":"period"},"name":{"S":"office"},"begintime":{"S":"07:00"}}"""), Deadline));
        Assert.Equal(2, Aws.Calls.Count("dynamodb", "PutItem"));

        Aws.Faults.Add("dynamodb", "DeleteItem", LocalFault.LoseAnswer);
        Assert.True(await Writer.TryDeleteAsync(await ReadAsync(), Deadline));
    }

    [Fact]
    public void A_version_is_that_of_the_content()
    {
        var version = Of(Office).Version;
        Assert.Matches("^[0-9a-f]{16}$", version);
        Assert.Equal(version, Of("""{"weekdays":{"SS":["fri","mon"]},"name":{"S":"office"},"begintime":{"S":"09:00"},"type":{"S":"period"}}""").Version);
        Assert.NotEqual(version, Of(Office.Replace("\"SS\":[\"mon\",\"fri\"]", "\"S\":\"mon,fri\"", StringComparison.Ordinal)).Version);
    }

    [Theory]
    [InlineData("""{"a":"09:00"}""", "a: \"09:00\" is not a value such as")]
    [InlineData("""{"a":{"S":"x","N":"1"}}""", "a: ")]
    [InlineData("""{"a":{"SS":[]}}""", "a: ")]
    [InlineData("""{"a":{"SS":[1]}}""", "a: ")]
    [InlineData("""{"a":{"NULL":false}}""", "a: ")]
    [InlineData("""{"a":{"B":"not base64!"}}""", "a: ")]
    [InlineData("""{"a":{"L":[{"X":1}]}}""", "a: ")]
    [InlineData("""{"a":{"M":{"b":5}}}""", "b: 5 is not a value such as")]
    [InlineData("""[]""", "a JSON Array is not an item")]
    public void What_is_no_item_is_refused_by_attribute(string json, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<FormatException>(() => AttributeJson.Read(JsonDocument.Parse(json).RootElement)).Message, StringComparison.Ordinal);

    private static StoredItem Of(string json) => StoredItem.TryRead(AttributeJson.Read(JsonDocument.Parse(json).RootElement))!;

    private static string Json(StoredItem item, params string[] without)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            AttributeJson.Write(json, item.Attributes.Where(attribute => !without.Contains(attribute.Key)).ToDictionary(StringComparer.Ordinal));
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private async Task<StoredItem> ReadAsync() =>
        Assert.Single(await new ConfigTableReader(Clients.DynamoDb, Retry).ReadStoredAsync(TableName, Deadline));

    private void Put(string item) => Aws.Dynamo.Table(TableName).PutRaw(JsonDocument.Parse(item).RootElement);
}

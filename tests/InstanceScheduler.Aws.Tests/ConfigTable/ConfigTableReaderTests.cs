using System.Text.Json;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Aws.Tests.ConfigTable;

public sealed class ConfigTableReaderTests : AwsTest
{
    private const string TableName = "ConfigTable";

    public ConfigTableReaderTests() => Aws.Dynamo.Create(TableName, "type", "name");

    [Theory]
    [InlineData("""{"S":"09:00"}""", "text 09:00")]
    [InlineData("""{"S":""}""", "text ")]
    [InlineData("""{"S":"办公时间"}""", "text 办公时间")]
    [InlineData("""{"N":"5"}""", "text 5")]
    [InlineData("""{"N":"-0.50"}""", "text -0.5")]
    [InlineData("""{"BOOL":true}""", "flag True")]
    [InlineData("""{"BOOL":false}""", "flag False")]
    [InlineData("""{"SS":["mon","fri"]}""", "many fri|mon")]
    [InlineData("""{"NS":["2","1"]}""", "many 1|2")]
    [InlineData("""{"L":[{"S":"b"},{"N":"1"},{"S":"a"}]}""", "many b|1|a")]
    [InlineData("""{"L":[{"S":"b"},{"NULL":true}]}""", "many b")]
    [InlineData("""{"L":[]}""", "many ")]
    [InlineData("""{"L":[{"NULL":true}]}""", "many ")]
    [InlineData("""{"NULL":true}""", "absent")]
    [InlineData("""{"L":[{"BOOL":true}]}""", "foreign a list of other things than texts and numbers")]
    [InlineData("""{"L":[{"L":[{"S":"a"}]}]}""", "foreign a list of other things than texts and numbers")]
    [InlineData("""{"L":[{"M":{}}]}""", "foreign a list of other things than texts and numbers")]
    [InlineData("""{"M":{"a":{"S":"b"}}}""", "foreign a map")]
    [InlineData("""{"M":{}}""", "foreign a map")]
    [InlineData("""{"B":"AAE="}""", "foreign binary data")]
    [InlineData("""{"BS":["AAE="]}""", "foreign binary data")]
    public async Task An_attribute_is_read_by_meaning(string attribute, string expected)
    {
        Put($$"""{"type":{"S":"period"},"name":{"S":"office"},"x":{{attribute}}}""");

        var item = Assert.Single(await ReadAsync());

        var value = item.Attributes.GetValueOrDefault("x");
        Assert.Equal(expected, value switch
        {
            null => "absent",
            ConfigValue.Text text => $"text {text.Value}",
            ConfigValue.Flag flag => $"flag {flag.Value}",
            ConfigValue.Many many => $"many {string.Join('|', many.Values)}",
            ConfigValue.Foreign foreign => $"foreign {foreign.Description}",
            _ => "unknown",
        });
        Assert.DoesNotContain(item.Attributes.Keys, name => name is "type" or "name");
        Assert.Equal(("period", "office"), (item.Type, item.Name));
    }

    [Fact]
    public async Task A_table_of_several_pages_is_read_whole()
    {
        var padding = new string('x', 200_000);
        for (var number = 0; number < 12; number++)
            Put($$$"""{"type":{"S":"period"},"name":{"S":"p{{{number}}}"},"description":{"S":"{{{padding}}}"}}""");

        Assert.Equal(12, (await ReadAsync()).Select(item => item.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(Aws.Calls.Count("dynamodb", "Scan"), 2, 6);
    }

    [Fact]
    public async Task An_edit_is_seen_at_once()
    {
        Assert.Empty(await ReadAsync());
        Put("""{"type":{"S":"period"},"name":{"S":"office"}}""");
        Assert.Single(await ReadAsync());
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_whole_is_not_read()
    {
        Put("""{"type":{"S":"period"},"name":{"S":"office"}}""");
        Aws.Faults.Add("dynamodb", "Scan", LocalFault.Answer("AccessDeniedException"));

        await Assert.ThrowsAnyAsync<Exception>(ReadAsync);
    }

    private async Task<IEnumerable<ConfigItem>> ReadAsync() => await new ConfigTableReader(Clients.DynamoDb, Retry).ReadAsync(TableName, Deadline);

    private void Put(string item) => Aws.Dynamo.Table(TableName).PutRaw(JsonDocument.Parse(item).RootElement);
}

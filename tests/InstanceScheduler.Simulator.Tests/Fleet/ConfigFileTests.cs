using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.Simulator.Tests.Fleet;

public sealed class ConfigFileTests
{
    private const string Save = "ave the whole output of \"aws dynamodb scan --table-name <ConfigTable> --output json\"";
    private const string Scheduler = "{'type': {'S': 'config'}, 'name': {'S': 'scheduler'}}";

    [Fact]
    public void Items_are_handed_on_as_they_stand()
    {
        const string Item = "{'type': {'S': 'period'}, 'name': {'S': 'p'}, 'weekdays': {'SS': ['mon-fri']}, 'old': {'NULL': true}, 'm': {'M': {'l': {'L': [{'N': '1'}]}}}}";

        var reading = Read($"{{'Items': [{Scheduler}, {Item}], 'Count': 2, 'ScannedCount': 2, 'ConsumedCapacity': null}}");

        Assert.Equal([Scheduler, Item], reading.Items.Select(item => item.GetRawText().Replace('"', '\'')), StringComparer.Ordinal);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("{'type': {'S': 'period'}}", "Items[1]: name is missing")]
    [InlineData("{'type': {'N': '1'}, 'name': {'S': 'p'}}", "Items[1]: type is {\"N\": \"1\"}")]
    [InlineData("{'type': {'S': ''}, 'name': {'S': 'p'}}", "Items[1]: type is {\"S\": \"\"}")]
    [InlineData("{'type': 'period', 'name': 'p'}", "Items[1]: type is \"period\", not typed like {\"S\": \"…\"}")]
    [InlineData("{'type': {'S': 'period'}, 'name': {'S': 'p'}, 'x': {'SS': 'mon'}}", "period/p (Items[1]): x is {\"SS\": \"mon\"}, not typed like {\"S\": \"…\"}")]
    [InlineData("{'type': {'S': 'period'}, 'name': {'S': 'p'}, 'x': {'BOOL': 'true'}}", "period/p (Items[1]): x is {\"BOOL\": \"true\"}, not typed like {\"S\": \"…\"}")]
    [InlineData("{'type': {'S': 'period'}, 'name': {'S': 'p'}, 'x': {'M': {'y': 1}}}", "period/p (Items[1]): x is {\"M\": {\"y\": 1}}, not typed like {\"S\": \"…\"}")]
    [InlineData("{'type': {'S': 'config'}, 'name': {'S': 'scheduler'}}", "config/scheduler (Items[1]): the item is listed before already")]
    [InlineData("7", "Items[1]: the item is 7")]
    public void A_bad_item_is_left_out_by_name(string item, string fault)
    {
        var reading = Read($"{{'Items': [{Scheduler}, {item}]}}");

        Assert.Single(reading.Items);
        Assert.Equal($"config.json: {fault}. The item is left out; s{Save}", Assert.Single(reading.Problems).ToString());
    }

    [Theory]
    [InlineData("", "the file is empty. S")]
    [InlineData("{'Items': [", "line 1, column 12: the JSON is broken off or not JSON. S")]
    [InlineData("{'Reservations': []}", "this is an object with Reservations, not a scan with Items. S")]
    [InlineData("{'Items': []}", "the scan holds no usable item. S")]
    [InlineData("{'Items': [7]}", "the scan holds no usable item (1 problem: Items[0]: the item is 7). S")]
    [InlineData("{'Items': [7], 'NextToken': 'x'}", "the scan holds no usable item (2 problems, the first: the scan was cut short, further items are missing). S")]
    public void A_file_of_another_kind_is_refused(string text, string message) =>
        Assert.Equal($"config.json: {message}{Save}", Assert.Throws<InputFileException>(() => Read(text)).Message);

    [Fact]
    public void A_table_without_the_settings_and_a_scan_cut_short_are_pointed_out()
    {
        var reading = Read("{'Items': [{'type': {'S': 'period'}, 'name': {'S': 'p'}}], 'NextToken': 'x'}");

        Assert.Equal(
            [
                "config.json: the scan was cut short, further items are missing. Scan again without --max-items",
                "config.json: config/scheduler: the item is missing. The function schedules nothing without it; scan the table of a deployed stack",
            ],
            reading.Problems.Select(problem => problem.ToString()),
            StringComparer.Ordinal);
    }

    private static ConfigReading Read(string text)
    {
        using var stream = Json.Stream(text);
        return ConfigFile.Read(stream, "config.json");
    }
}

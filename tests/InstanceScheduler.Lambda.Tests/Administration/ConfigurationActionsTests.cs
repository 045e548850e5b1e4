using System.Text.Json;
using InstanceScheduler.Lambda.Tests.Runs;

namespace InstanceScheduler.Lambda.Tests.Administration;

public sealed class ConfigurationActionsTests
{
    private const string Night = """{"type":{"S":"period"},"name":{"S":"night"},"begintime":{"S":"20:00"},"note":{"M":{"a":{"NULL":true}}}}""";

    [Fact]
    public async Task What_is_exported_can_be_put_back_and_holds_everything()
    {
        await using var world = new SchedulerWorld();
        world.PutConfig(Night);
        var items = (await world.AskAsync("describe-configuration")).GetProperty("Items").EnumerateArray().ToList();
        Assert.Equal(["scheduler", "night", "office", "cn-office-hours"], items.Select(item => item.GetProperty("Item").GetProperty("name").GetProperty("S").GetString()), StringComparer.Ordinal);

        var (night, version) = (items[1].GetProperty("Item").GetRawText(), items[1].GetProperty("Version").GetString());
        Assert.Equal("""{"begintime":{"S":"20:00"},"name":{"S":"night"},"note":{"M":{"a":{"NULL":true}}},"type":{"S":"period"}}""", night);
        Assert.Equal("""{"Item":{"Type":"period","Name":"night"}}""",
            (await world.AskAsync("delete-configuration-item", $$"""{"type":"period","name":"night","version":"{{version}}"}""")).GetRawText());
        Assert.Equal(
            $$$"""{"Item":{"Type":"period","Name":"night","Version":"{{{version}}}"}}""",
            (await world.AskAsync("put-configuration-item", $$"""{"item":{{night}},"version":""}""")).GetRawText());

        var changed = night.Replace("20:00", "21:00", StringComparison.Ordinal);
        var next = (await world.AskAsync("put-configuration-item", $$"""{"item":{{changed}},"version":"{{version}}"}""")).GetProperty("Item").GetProperty("Version").GetString();
        Assert.NotEqual(version, next);
        Assert.Contains(changed, (await world.AskAsync("describe-configuration")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_configuration_comes_in_pages_and_none_is_too_large_to_be_answered()
    {
        await using var world = new SchedulerWorld();
        var padding = new string('中', 100_000);
        for (var number = 0; number < 40; number++)
            world.PutConfig($$$"""{"type":{"S":"period"},"name":{"S":"p{{{number}}}"},"begintime":{"S":"09:00"},"description":{"S":"{{{padding}}}"}}""");

        var names = new List<string>();
        var (pages, next) = (0, "");
        do
        {
            var text = await world.InvokeAsync($$$"""{"source":"scheduler.cli","action":"describe-configuration","parameters":{"next":"{{{next}}}"}}""");
            Assert.InRange(text.Length, 1, 5_000_000);
            var page = JsonDocument.Parse(text).RootElement;
            names.AddRange(page.GetProperty("Items").EnumerateArray().Select(item => item.GetProperty("Item").GetProperty("name").GetProperty("S").GetString()!));
            (pages, next) = (pages + 1, page.GetProperty("Next").GetString());
        }
        while (next is not null);

        Assert.InRange(pages, 2, 10);
        Assert.Equal(43, names.Count);
        Assert.Equal(43, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("""{"item":{"type":{"S":"period"},"name":{"S":"x"},"begintime":{"S":"25:00"}},"version":""}""", "error: period \"x\": begintime: \"25:00\" is not a time")]
    [InlineData("""{"item":{"type":{"S":"schedule"},"name":{"S":"x"},"periods":{"SS":["offce"]}},"version":""}""", "error: schedule \"x\": periods: period \"offce\" does not exist (did you mean \"office\"?)")]
    [InlineData("""{"item":{"type":{"S":"period"},"name":{"S":"office"}},"version":""}""", "error: period office already exists")]
    [InlineData("""{"item":{"type":{"S":"period"},"name":{"S":"office"}},"version":"0123456789abcdef"}""", "error: period office has version ")]
    [InlineData("""{"item":{"type":{"S":"period"},"name":{"S":"x"}},"version":"0123456789abcdef"}""", "not found: period x does not exist")]
    [InlineData("""{"item":{"type":{"S":"period"},"name":{"S":"x"}}}""", "error: version parameter is missing")]
    [InlineData("""{"version":""}""", "error: item parameter is missing")]
    [InlineData("""{"item":{"type":{"S":"period"},"name":{"S":"x"},"begintime":"09:00"},"version":""}""", "error: item: begintime: \"09:00\" is not a value such as")]
    [InlineData("""{"item":{"type":{"S":"period"}},"version":""}""", "error: item: it has no type and name that are texts")]
    [InlineData("""{"item":{"type":{"S":"note"},"name":{"S":"x"}},"version":""}""", "error: type: \"note\" x is not an item that can be changed")]
    [InlineData("""{"item":{"type":{"S":"config"},"name":{"S":"scheduler"}},"version":""}""", "error: config scheduler holds the settings")]
    [InlineData("""{"item":{"type":{"S":"config"},"name":{"S":"other"}},"version":"","allow_config":true}""", "error: type: \"config\" other is not an item")]
    [InlineData("""{"item":{"type":{"S":"schedule"},"name":{"S":"owned"},"periods":{"SS":["office"]}},"version":"VERSION"}""", "error: schedule owned belongs to stack payroll")]
    [InlineData("""{"item":{"type":{"S":"schedule"},"name":{"S":"x"},"periods":{"SS":["office"]},"configured_in_stack":{"S":"payroll"}},"version":""}""", "error: schedule x belongs to stack payroll")]
    public async Task A_put_is_refused_with_a_reason(string parameters, string expected)
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("owned", "\"configured_in_stack\":{\"S\":\"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/payroll/1\"}");
        Assert.StartsWith(expected, await world.RefusalAsync("put-configuration-item", await FillInAsync(world, parameters)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"period","name":"office","version":"VERSION"}""", "error: schedule owned has version")]
    [InlineData("""{"type":"schedule","name":"owned","version":"VERSION"}""", "error: schedule owned belongs to stack payroll")]
    [InlineData("""{"type":"schedule","name":"owned"}""", "error: version parameter is missing")]
    [InlineData("""{"type":"schedule","name":"nope","version":"0"}""", "not found: schedule nope does not exist")]
    [InlineData("""{"type":"config","name":"scheduler","version":"0"}""", "error: config scheduler holds the settings")]
    public async Task A_deletion_is_refused_with_a_reason(string parameters, string expected)
    {
        await using var world = new SchedulerWorld();
        world.PutSchedule("owned", "\"configured_in_stack\":{\"S\":\"arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/payroll/1\"}");
        if (parameters.Contains("office", StringComparison.Ordinal))
        {
            var version = (await world.AskAsync("describe-periods", """{"versions":true}""")).GetProperty("Periods")[0].GetProperty("Version").GetString();
            expected = "error: period office can not be deleted because it is still used in schedule(s) cn-office-hours, owned";
            parameters = parameters.Replace("VERSION", version, StringComparison.Ordinal);
        }

        Assert.StartsWith(expected, await world.RefusalAsync("delete-configuration-item", await FillInAsync(world, parameters)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_change_where_the_caller_says_so()
    {
        await using var world = new SchedulerWorld();
        var config = (await world.AskAsync("describe-configuration")).GetProperty("Items")[0];
        var changed = config.GetProperty("Item").GetRawText().Replace("Asia/Shanghai", "UTC", StringComparison.Ordinal);
        await world.AskAsync("put-configuration-item", $$"""{"item":{{changed}},"version":"{{config.GetProperty("Version")}}","allow_config":true}""");
        Assert.Contains("UTC", (await world.AskAsync("describe-configuration")).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            "error: next: \"nonsense!\" is not a token of an earlier answer; begin without one", await world.RefusalAsync("describe-configuration", """{"next":"nonsense!"}"""));
    }

    private static async Task<string> FillInAsync(SchedulerWorld world, string parameters)
    {
        var owned = (await world.AskAsync("describe-schedules", """{"name":"owned","versions":true}""")).GetProperty("Schedules")[0];
        return parameters.Replace("VERSION", owned.GetProperty("Version").GetString(), StringComparison.Ordinal);
    }
}

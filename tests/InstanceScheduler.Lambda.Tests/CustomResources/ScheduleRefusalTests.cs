using System.Text.Json;
using InstanceScheduler.Lambda.CustomResources;

namespace InstanceScheduler.Lambda.Tests.CustomResources;

/// <summary>What a template cannot say, and what it is told.</summary>
public sealed class ScheduleRefusalTests
{
    [Theory]
    // Properties that are not known.
    [InlineData("""{"Periodes": []}""", "Periodes: there is no such property (did you mean \"Periods\"?); known are Name, NoStackPrefix, ")]
    [InlineData("""{"timezone": "UTC"}""", "timezone: there is no such property (did you mean \"Timezone\"?); known are ")]
    [InlineData("""{"Color": "red"}""", "Color: there is no such property; known are ")]
    [InlineData("""{"Periods": [{"WeekDays": "mon"}, {"Weekdays": "tue"}]}""", "Periods[2].Weekdays: there is no such property (did you mean \"WeekDays\"?); known are BeginTime, EndTime, WeekDays, MonthDays, Months, Description, InstanceType")]
    [InlineData("""{"Periods": [{"Name": "x"}]}""", "Periods[1].Name: there is no such property")]
    // Values of the wrong kind.
    [InlineData("""{"OverrideStatus": "stopped", "Enforced": "yes"}""", "Enforced: \"yes\" cannot be read; expected true or false")]
    [InlineData("""{"OverrideStatus": "stopped", "Hibernate": ["true"]}""", "Hibernate: [\"true\"] cannot be read; expected true or false")]
    [InlineData("""{"OverrideStatus": "stopped", "Description": {"a": 1}}""", "Description: {\"a\": 1} cannot be read; expected a text")]
    [InlineData("""{"Periods": {"WeekDays": "mon"}}""", "Periods: a list is expected, with a map for each period")]
    [InlineData("""{"Periods": "office"}""", "Periods: a list is expected, with a map for each period")]
    [InlineData("""{"Periods": ["office"]}""", "Periods[1]: a map of properties is expected, such as {\"BeginTime\": …}")]
    [InlineData("""{"Periods": [{"WeekDays": [["mon"]]}]}""", "Periods[1].WeekDays: [[\"mon\"]] cannot be read; expected a list of texts")]
    [InlineData("""{"OverrideStatus": "stopped", "Timeout": "soon"}""", "Timeout: \"soon\" cannot be read; expected a number of seconds from 1 to 3600")]
    [InlineData("""{"OverrideStatus": "stopped", "Timeout": "0"}""", "Timeout: \"0\" cannot be read; expected a number of seconds from 1 to 3600")]
    [InlineData("""{"OverrideStatus": "stopped", "Description": "\ud83d"}""", "Description: Cannot read incomplete UTF-16 JSON text as string with missing low surrogate.")]
    // What makes no sense.
    [InlineData("{}", "Periods: give at least one period, or OverrideStatus")]
    [InlineData("""{"Periods": []}""", "Periods: give at least one period, or OverrideStatus")]
    [InlineData("""{"Periods": [{"Description": "nothing else"}]}""", "Periods[1]: give at least one of BeginTime, EndTime, WeekDays, MonthDays, Months")]
    [InlineData("""{"Periods": [{"WeekDays": " , "}]}""", "Periods[1]: give at least one of BeginTime, EndTime, WeekDays, MonthDays, Months")]
    [InlineData("""{"OverrideStatus": "stopped", "Overwrite": "true"}""", "Overwrite: it stands beside OverrideStatus \"stopped\"; remove one of the two")]
    [InlineData("""{"OverrideStatus": "stopped", "SsmMaintenanceWindow": ["a", "b"]}""", "SsmMaintenanceWindow: it names 2 windows; name one")]
    [InlineData("""{"OverrideStatus": "stopped", "Name": "a,b"}""", "Name: \"shop-a,b\" has a comma or an @")]
    [InlineData("""{"OverrideStatus": "stopped", "Name": "a@b", "NoStackPrefix": "True"}""", "Name: \"a@b\" has a comma or an @")]
    [InlineData("""{"Periods": [{"WeekDays": "mon", "InstanceType": "m5.large@"}]}""", "Periods[1].InstanceType: \"m5.large@\" is not a type; name one, such as m5.large")]
    // What a run could not read, in a run's words.
    [InlineData("""{"OverrideStatus": "on"}""", "schedule \"shop-Hours\": override_status: \"on\" is unknown; use running or stopped")]
    [InlineData("""{"OverrideStatus": "stopped", "Timezone": "Asia/Beijing"}""", "schedule \"shop-Hours\": timezone: time zone \"Asia/Beijing\" does not exist")]
    [InlineData("""{"Periods": [{"From": "2026-10-02", "Until": "2026-10-01"}]}""", "period \"shop-Hours-period-0001\": from: \"2026-10-02\" is later than until \"2026-10-01\"")]
    [InlineData("""{"Periods": [{"Calendar": "cn"}]}""", "Periods[1]: give at least one of BeginTime, EndTime, WeekDays, MonthDays, Months, From, Until, Years")]
    [InlineData("""{"Periods": [{"BeginTime": "24:00"}]}""", "period \"shop-Hours-period-0001\": begintime: \"24:00\" is not a time")]
    [InlineData("""{"Periods": [{"MonthDays": "1"}, {"Months": "jam"}]}""", "period \"shop-Hours-period-0002\": months: \"jam\" cannot be read")]
    public void It_is_refused_with_the_name_of_what_is_wrong(string properties, string reason)
    {
        var refused = Assert.Throws<ResourceRefusedException>(() => DeclaredScheduleReader.Read(Request(properties)));

        Assert.StartsWith(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_as_long_as_a_tags_value_at_most()
    {
        Assert.Equal(256, DeclaredScheduleReader.Read(Request(Named(256 - "shop-".Length))).Schedule.Name.Length);

        var refused = Assert.Throws<ResourceRefusedException>(() => DeclaredScheduleReader.Read(Request(Named(257 - "shop-".Length))));
        Assert.EndsWith("has 257 characters; a tag, which has to hold it, takes 256", refused.Message, StringComparison.Ordinal);

        static string Named(int length) => $$"""{"OverrideStatus": "stopped", "Name": "{{new string('n', length)}}"}""";
    }

    private static ResourceRequest Request(string properties) => new(JsonElement.Parse(
        $$"""{"StackId": "arn:aws-cn:cloudformation:cn-north-1:1:stack/shop/1", "LogicalResourceId": "Hours", "ResourceProperties": {{properties}}}"""));
}

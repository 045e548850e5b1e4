using InstanceScheduler.Lambda.Tests.Runs;

namespace InstanceScheduler.Lambda.Tests.Administration;

public sealed class CalendarActionsTests
{
    private const string Plant = """{"name":"plant","extends":"cn","holidays":"2026-08-03/2026-08-07, 2027-08-02","workdays":["2026-02-23"]}""";

    [Fact]
    public async Task A_calendar_lives_from_create_to_delete()
    {
        await using var world = new SchedulerWorld();
        Assert.Equal(
            """{"Calendar":{"Extends":"cn","Holidays":["2026-08-03/2026-08-07","2027-08-02"],"Name":"plant","Type":"calendar","Workdays":["2026-02-23"]}}""",
            (await world.AskAsync("create-calendar", Plant)).GetRawText());
        Assert.Equal("error: calendar plant already exists", await world.RefusalAsync("create-calendar", Plant));
        Assert.Equal(
            """{"Calendars":[{"Extends":"cn","Holidays":["2026-08-03/2026-08-07"],"Name":"plant","Type":"calendar","Workdays":["2026-02-23"]}]}""",
            (await world.AskAsync("describe-calendars", """{"name":"plant","year":"2026"}""")).GetRawText());

        await world.AskAsync("update-schedule", """{"name":"cn-office-hours","calendar":"plant","patch":true}""");
        await world.AskAsync("create-period", """{"name":"late","begintime":"22:00","endtime":"06:00","calendar":"plant","years":"2026"}""");
        Assert.Equal(
            "error: calendar plant can not be deleted because it is still used in period late, schedule cn-office-hours", await world.RefusalAsync("delete-calendar", """{"name":"plant"}"""));
        await world.AskAsync("update-schedule", """{"name":"cn-office-hours","calendar":"","patch":true}""");
        await world.AskAsync("delete-period", """{"name":"late"}""");
        Assert.Equal("""{"Calendar":"plant"}""", (await world.AskAsync("delete-calendar", """{"name":"plant"}""")).GetRawText());
        Assert.Equal("not found: calendar plant does not exist", await world.RefusalAsync("describe-calendars", """{"name":"plant"}"""));
    }

    [Fact]
    public async Task The_built_in_calendar_is_shown_until_an_item_takes_its_place_and_again_when_that_is_gone()
    {
        await using var world = new SchedulerWorld();
        const string Year = """{"name":"cn","year":2026}""";
        const string BuiltIn = """{"Calendars":[{"BuiltIn":true,"Description":"Public holidays and make-up workdays of mainland China, 2022 to 2026","Holidays":["2026-01-01/2026-01-03","2026-02-15/2026-02-23","2026-04-04/2026-04-06","2026-05-01/2026-05-05","2026-06-19/2026-06-21","2026-09-25/2026-09-27","2026-10-01/2026-10-07"],"Name":"cn","Type":"calendar","Workdays":["2026-01-04","2026-02-14","2026-02-28","2026-05-09","2026-09-20","2026-10-10"]}]}""";
        Assert.Equal(BuiltIn, (await world.AskAsync("describe-calendars", Year)).GetRawText());
        await world.AskAsync("create-calendar", """{"name":"cn","holidays":"2026-12-25"}""");
        Assert.Equal("""{"Calendars":[{"Holidays":["2026-12-25"],"Name":"cn","Type":"calendar"}]}""", (await world.AskAsync("describe-calendars", Year)).GetRawText());
        await world.AskAsync("update-schedule", """{"name":"cn-office-hours","calendar":"cn","patch":true}""");
        Assert.Equal("""{"Calendar":"cn"}""", (await world.AskAsync("delete-calendar", """{"name":"cn"}""")).GetRawText());
        Assert.Equal(BuiltIn, (await world.AskAsync("describe-calendars", Year)).GetRawText());
    }

    [Theory]
    [InlineData("create-calendar", """{"name":"c"}""", "error: at least one holiday, workday or extended calendar must be specified")]
    [InlineData("create-calendar", """{"name":"c","holidays":"2026-13-01"}""", "error: holidays: \"2026-13-01\" is not a date; write 2026-10-01")]
    [InlineData("create-calendar", """{"name":"c","holidays":"2026-10-01","workdays":"2026-10-01"}""", "error: calendar \"c\": workdays: 2026-10-01 is listed as a holiday and as a workday")]
    [InlineData("create-calendar", """{"name":"c","extends":"cm"}""", "error: calendar \"c\": extends: calendar \"cm\" does not exist (did you mean \"cn\"?)")]
    [InlineData("create-calendar", """{"name":"none","extends":"cn"}""", "error: calendar \"none\": name: \"none\" stands for no calendar at all")]
    [InlineData("create-calendar", """{"name":"c","days":"2026-10-01"}""", "error: days is not a valid parameter, valid parameters are ['holidays', 'workdays', 'extends', 'name', 'description']")]
    [InlineData("update-calendar", """{"name":"c","extends":"cn"}""", "not found: calendar c does not exist")]
    [InlineData("describe-calendars", """{"name":"cm"}""", "not found: calendar cm does not exist (did you mean \"cn\"?)")]
    [InlineData("describe-calendars", """{"year":"26"}""", "error: year: \"26\" is not a year from 1970 to 2199")]
    [InlineData("create-schedule", """{"name":"s","periods":"office","calendar":"cm"}""", "error: not found: calendar cm does not exist (did you mean \"cn\"?)")]
    [InlineData("create-period", """{"name":"p","begintime":"09:00","calendar":"cm"}""", "error: not found: calendar cm does not exist (did you mean \"cn\"?)")]
    [InlineData("create-period", """{"name":"p","calendar":"cn"}""", "error: at least one period condition must be specified")]
    [InlineData("create-period", """{"name":"p","from":"2026-10-02","until":"2026-10-01"}""", "error: period from 2026-10-02 can not be later than until 2026-10-01")]
    public async Task What_makes_no_sense_is_refused(string action, string parameters, string expected)
    {
        await using var world = new SchedulerWorld();
        Assert.StartsWith(expected, await world.RefusalAsync(action, parameters), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usage_knows_holidays_make_up_days_and_nights()
    {
        await using var world = new SchedulerWorld();
        await world.AskAsync("create-period", """{"name":"night","begintime":"22:30","endtime":"06:15","weekdays":"workday","from":"2026-02-13"}""");
        await world.AskAsync("create-schedule", """{"name":"s","periods":"night","calendar":"cn"}""");
        var usage = (await world.AskAsync("describe-schedule-usage", """{"name":"s","startdate":"20260213","enddate":"20260216"}""")).GetProperty("Usage");
        string[] days = [.. usage.EnumerateObject().Select(day =>
            $"{day.Name[8..]}: {string.Join(", ", day.Value.GetProperty("RunningPeriods").EnumerateObject().Select(one => $"{one.Name} {one.Value.GetProperty("Begin").GetString()![9..14]}-{one.Value.GetProperty("End").GetString()![9..14]}"))} = {day.Value.GetProperty("BillingHours")}")];
        Assert.Equal(
            ["13: Night 22:30-00:00 = 2", "14: Night 00:00-06:15, Night#2 22:30-00:00 = 9", "15: Night 00:00-06:15 = 7", "16:  = 0"], days);
    }
}

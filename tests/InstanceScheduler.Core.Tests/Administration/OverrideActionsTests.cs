using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using NodaTime;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Administration;

public sealed class OverrideActionsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 25, 10, 0);

    private static readonly ConfigItem[] Table =
    [
        Settings("default_timezone=Asia/Shanghai"), Schedule("office", "override_status=running"), Schedule("broken", "periods=nope"),
        Override("old", "instance=i-1", "state=running", "end=2026-11-25T12:00Z"),
    ];

    [Theory]
    // parameters                                                      | name                       | begin, end (Asia/Shanghai)
    [InlineData("instance=i-0123456789abcdef0 state=running for=4h", "i-0123456789abcdef0-20261125T100000Z", "2026-11-25T18:00:00+08:00", "2026-11-25T22:00:00+08:00")]
    [InlineData("schedule=office state=stopped until=2026-11-27", "office-20261125T100000Z", "2026-11-25T18:00:00+08:00", "2026-11-28T00:00:00+08:00")]
    [InlineData("account=123456789012 state=STOPPED until=2026-11-25T12:30Z", "123456789012-20261125T100000Z", "2026-11-25T18:00:00+08:00", "2026-11-25T20:30:00+08:00")]
    [InlineData("instance=orders service=rds state=running begin=2026-11-26 for=90m name=tonight", "tonight", "2026-11-26T00:00:00+08:00", "2026-11-26T01:30:00+08:00")]
    [InlineData("schedule=always-on state=stopped for=366d reason= name=", "always-on-20261125T100000Z", "2026-11-25T18:00:00+08:00", "2027-11-26T18:00:00+08:00")]
    [InlineData("schedule=broken state=stopped for=1h", "broken-20261125T100000Z", "2026-11-25T18:00:00+08:00", "2026-11-25T19:00:00+08:00")]
    public void What_is_stored(string parameters, string name, string begin, string end)
    {
        var (item, ends) = OverrideActions.Create(Given(parameters), Table, Now);
        Assert.Equal((name, Text(begin), Text(end)), (item.Name, item.Attributes["begin"], item.Attributes["end"]));
        var read = Assert.Single(Read(item).Overrides.All);
        Assert.Equal(ends, read.End);
        Assert.DoesNotContain("for", item.Attributes.Keys);
        Assert.DoesNotContain("reason", item.Attributes.Keys);
    }

    [Fact]
    public void Two_of_one_second_have_two_names()
    {
        var (first, _) = OverrideActions.Create(Given("schedule=office state=running for=1h"), Table, Now);
        var (second, _) = OverrideActions.Create(Given("schedule=office state=running for=2h"), [.. Table, first], Now);
        Assert.Equal(first.Name + "-2", second.Name);
    }

    [Theory]
    [InlineData("schedule=office for=4h", "error: state is missing; use running or stopped")]
    [InlineData("schedule=office state=off for=4h", "error: state: \"off\" is unknown; use running or stopped")]
    [InlineData("schedule=office state=running", "error: an override must end: give for, such as 4h, or until, such as 2026-11-25T22:00")]
    [InlineData("schedule=office state=running for=4h until=2026-11-26", "error: for and until exclude each other")]
    [InlineData("schedule=office state=running for=400d", "error: for: \"400d\" is not a length of time; write it as 90m, 8h or 7d, up to 366d")]
    [InlineData("schedule=office state=running until=2029-01-01", "error: the override would hold for more than 366d; use override_status of a schedule for what is to stay")]
    [InlineData("schedule=office state=running until=tomorrow", "error: until: \"tomorrow\" is not a moment; write it as 2026-11-25T22:00, with an offset such as +08:00 where another zone is meant")]
    [InlineData("schedule=office state=running until=2026-11-25T18:00", "error: the override would have ended at 2026-11-25T18:00:00+08:00, and it is 2026-11-25T18:00:00+08:00; give an end to come")]
    [InlineData("schedule=office state=running begin=2026-11-27 until=2026-11-26T22:00", "error: begin 2026-11-27T00:00:00+08:00 is not before the end, 2026-11-26T22:00:00+08:00")]
    [InlineData("schedule=ofice state=running for=4h", "error: not found: schedule ofice does not exist (did you mean \"office\"?)")]
    [InlineData("schedule=ignore state=running for=4h", "error: the tag value ignore says that an instance is never started or stopped, by an override neither")]
    [InlineData("state=running for=4h", "error: an override must be about something: give instance, schedule or account")]
    [InlineData("instance=i-1 schedule=office state=running for=4h", "error: override \"i-1-20261125T100000Z\": instance: \"i-1\" stands beside schedule \"office\"; name one of them")]
    [InlineData("account=12 state=running for=4h", "error: override \"12-20261125T100000Z\": account: \"12\" is not an account; write its 12 digits as a text")]
    [InlineData("schedule=office state=running for=4h name=old", "error: override old already exists")]
    [InlineData("schedule=office state=running for=4h colour=red", "error: colour is not a valid parameter, valid parameters are ['instance', 'schedule', 'account', 'state', 'for', 'until', 'begin', 'reason', 'service', 'region', 'created_by', 'name']")]
    public void What_is_refused(string parameters, string refusal) =>
        Assert.Equal(refusal, Assert.Throws<ActionRefusedException>(() => OverrideActions.Create(Given(parameters), Table, Now)).Message);

    [Fact]
    public void Without_a_default_zone_a_time_needs_an_offset()
    {
        ConfigItem[] table = [Settings("default_timezone=Nowhere")];
        Assert.Contains("has no offset", Assert.Throws<ActionRefusedException>(() => OverrideActions.Create(Given("instance=i-1 state=running until=2026-11-26"), table, Now)).Message, StringComparison.Ordinal);
        Assert.Equal(Instant.FromUtc(2026, 11, 25, 14, 0), OverrideActions.Create(Given("instance=i-1 state=running until=2026-11-25T22:00+08:00"), table, Now).End);
    }

    [Fact]
    public void What_is_cancelled_exists()
    {
        Assert.Equal("old", OverrideActions.Cancel("old", Table).Name);
        Assert.Equal("not found: override olds does not exist (did you mean \"old\"?)", Assert.Throws<ActionRefusedException>(() => OverrideActions.Cancel("olds", Table)).Message);
        Assert.Throws<ActionRefusedException>(() => OverrideActions.Cancel("", Table));
    }

    [Theory]
    [InlineData("begin=2026-11-25T11:00Z", "end=2026-11-25T12:00Z", "waits", "1h 0m")]
    [InlineData("begin=2026-11-25T09:00Z", "end=2026-11-25T12:30Z", "holds", "2h 30m")]
    [InlineData("begin=2026-11-25T09:00Z", "end=2026-11-25T10:00Z", "ended", null)]
    [InlineData("begin=2026-11-25T09:00Z", "end=never", "unreadable", null)]
    public void How_far_it_is(string begin, string end, string status, string? left)
    {
        var progress = OverrideProgress.Of(Override("o", "instance=i-1", "state=running", begin, end), Now);
        Assert.Equal((status, left, status == "unreadable"), (progress.Status, progress.Left, progress.Problem is not null));
    }

    private static System.Collections.Immutable.ImmutableArray<GivenParameter> Given(string parameters) =>
        [.. parameters.Split(' ').Select(parameter => parameter.Split('=', 2)).Select(parts => new GivenParameter(parts[0], new GivenValue.Text(parts[1])))];
}

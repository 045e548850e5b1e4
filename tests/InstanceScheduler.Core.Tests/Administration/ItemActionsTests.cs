using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Configuration;
using static InstanceScheduler.Core.Tests.TestItems;

namespace InstanceScheduler.Core.Tests.Administration;

/// <summary>What the vectors do not hold: our own readings, patches, and owners.</summary>
public sealed class ItemActionsTests
{
    private const string Stack = "arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/payroll/0f6c5fd0-1111";

    private static readonly ConfigItem[] Table =
    [
        Period("office", "begintime=9:05", "endtime=17:00").With("weekdays", Many("mon-fri")).With("colour", Text("red")),
        Period("night", "begintime=20:00"),
        Period("owned", "begintime=08:00", $"configured_in_stack={Stack}"),
        Schedule("plain", "periods=office", "timezone=PRC", "enforced=true"),
        Schedule("old", "overwrite=true"),
        Schedule("stacked", "periods=night@m5.large", $"configured_in_stack={Stack}"),
    ];

    public static TheoryData<string, string, string> Weekdays => new()
    {
        // What v1.3 reads and we do not, in its words.
        { "monkey", "\"monkey\" is an unknown value", "" },
        { "mon#1/2", "\"mon#1/2\" is an unknown value", "" },
        { "mon/100", "\"mon/100\" is an unknown value", "" },
        { "mon,*, foo", "\" foo\" is an unknown value", "" },
        { "foo#9", "Number value must be in range 1-5 (9)", "" },
        { "foo/x", "Increment value must be an integer value (x)", "" },
        { "mon/-1", "Increment value must be > 0 (-1)", "" },
        { "mon#1#2", "\"mon#1#2\" is an unknown value", "" },
        // And the other way round.
        { "mon - fri", "", "mon - fri" },
        { "fril,$", "", "fril;$" },
    };

    [Theory]
    [MemberData(nameof(Weekdays))]
    public void Weekdays_are_read_as_a_run_reads_them_and_refused_in_the_words_of_v1_3(string written, string detail, string stored)
    {
        ConfigItem Create() => ItemActions.Create("period", [Given("name", "new"), Given("weekdays", written)], Table);
        if (detail.Length > 0)
            Assert.Equal($"error: {written} is not a valid weekdays specification {detail}", Assert.Throws<ActionRefusedException>(Create).Message);
        else
            Assert.Equal(stored.Split(';'), Assert.IsType<ConfigValue.Many>(Create().Attributes["weekdays"]).Values, StringComparer.Ordinal);
    }

    public static TheoryData<string, string?, string> Patches => new()
    {
        { "description", "Büro", "begintime=9:05 colour=red description=Büro endtime=17:00 weekdays=mon-fri" },
        { "begintime", "8:00", "begintime=08:00 colour=red endtime=17:00 weekdays=mon-fri" },
        { "endtime", "", "begintime=9:05 colour=red weekdays=mon-fri" },
        { "weekdays", null, "begintime=9:05 colour=red endtime=17:00" },
    };

    [Theory]
    [MemberData(nameof(Patches))]
    public void A_patch_changes_what_it_names_and_keeps_the_rest(string name, string? value, string expected)
    {
        var patch = ItemActions.Patch("period", [Given("name", "office"), Given(name, value)], Table);
        Assert.Equal(expected, Shown(patch.Item));
        Assert.Equal(string.IsNullOrEmpty(value) ? [] : [name], patch.Set.Keys, StringComparer.Ordinal);
        Assert.Equal(string.IsNullOrEmpty(value) ? [name] : [], patch.Removed, StringComparer.Ordinal);
    }

    [Fact]
    public void A_patched_override_takes_the_place_of_the_older_one()
    {
        var patch = ItemActions.Patch("schedule", [Given("name", "old"), Given("override_status", "stopped")], Table);
        Assert.Equal("override_status=stopped", Shown(patch.Item));
        Assert.Equal(["overwrite"], patch.Removed, StringComparer.Ordinal);
    }

    public static TheoryData<string, string, string, string, string> RefusedPatches => new()
    {
        { "period", "office", "calendar", "cm", "error: not found: calendar cm does not exist (did you mean \"cn\"?)" },
        { "period", "office", "from", "2026-13-01", "error: from 2026-13-01 is not a valid date; write it as 2026-10-01" },
        { "period", "office", "years", "26", "error: 26 is not a valid years specification" },
        { "schedule", "plain", "calendar", "cm", "error: not found: calendar cm does not exist (did you mean \"cn\"?)" },
        { "period", "night", "begintime", "", "error: at least one period condition must be specified" },
        { "period", "nope", "begintime", "18:00", "not found: period nope does not exist" },
        { "period", "owned", "begintime", "18:00", "error: period owned belongs to stack payroll; change it in the template of that stack" },
        { "period", "office", "colour", "blue", "error: colour is not a valid parameter" },
        { "schedule", "plain", "periods", "", "error: at least one period must be specified for a schedule" },
        { "schedule", "plain", "periods", "offce", "error: not found: period offce does not exist" },
        { "schedule", "old", "override_status", "", "error: at least one period must be specified for a schedule" },
    };

    [Theory]
    [MemberData(nameof(RefusedPatches))]
    public void A_patch_is_refused_where_the_whole_would_be_wrong(string type, string item, string name, string value, string expected) =>
        Assert.StartsWith(expected, Refusal(() => ItemActions.Patch(type, [Given("name", item), Given(name, value)], Table)), StringComparison.Ordinal);

    [Fact]
    public void What_a_stack_owns_is_neither_updated_nor_deleted()
    {
        const string Expected = "error: schedule stacked belongs to stack payroll; change it in the template of that stack";
        Assert.Equal(Expected, Refusal(() => ItemActions.Update("schedule", [Given("name", "stacked"), Given("periods", "office")], Table)));
        Assert.Equal(Expected, Refusal(() => ItemActions.Delete("schedule", "stacked", Table)));
    }

    [Fact]
    public void A_period_in_use_is_kept_however_it_is_named() =>
        Assert.Equal(
            "error: period night can not be deleted because it is still used in schedule(s) stacked", Refusal(() => ItemActions.Delete("period", "night", Table)));

    private static string Refusal(Func<object> action) => Assert.Throws<ActionRefusedException>(action).Message;

    private static GivenParameter Given(string name, string? value) => new(name, value is null ? null : new GivenValue.Text(value));

    private static string Shown(ConfigItem item) => string.Join(' ', item.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
        .Select(attribute => $"{attribute.Key}={attribute.Value switch
        {
            ConfigValue.Text text => text.Value,
            ConfigValue.Many many => string.Join(',', many.Values),
            var other => other.ToString(),
        }}"));
}

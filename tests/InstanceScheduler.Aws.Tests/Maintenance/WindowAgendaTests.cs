using System.Collections.Immutable;
using InstanceScheduler.Aws.Maintenance;
using InstanceScheduler.Core.Maintenance;
using NodaTime;

namespace InstanceScheduler.Aws.Tests.Maintenance;

/// <summary>A window from Sunday 02:00 to 05:00, seen by runs at various times. Times are minutes from its begin.</summary>
public sealed class WindowAgendaTests
{
    private const int Length = 180;
    private const int Week = 7 * 24 * 60;
    private const string Id = "mw-0123456789abcdef0";

    private static readonly Instant Begin = Instant.FromUtc(2026, 11, 22, 2, 0);
    private static readonly Duration Lead = Duration.FromMinutes(10);
    private static readonly HashSet<string> Names = ["patching"];

    [Theory]
    // now | listed next | kept begin | open begin, kept anew, dropped
    [InlineData(-11, 0, null, null, false, false)]
    [InlineData(-10, 0, null, 0, true, false)]
    [InlineData(-5, 0, 0, 0, false, false)]
    // It has begun: the listing shows next week's.
    [InlineData(0, Week, 0, 0, false, false)]
    [InlineData(179, Week, 0, 0, false, false)]
    [InlineData(180, Week, 0, null, false, true)]
    [InlineData(500, Week, 0, null, false, true)]
    // Asked a moment late, so that the listing has jumped already.
    [InlineData(-1, Week, 0, 0, false, false)]
    // Never seen before it began: nobody can know of it.
    [InlineData(60, Week, null, null, false, false)]
    // Moved to an earlier or later time that is open as well.
    [InlineData(-5, -2, 0, -2, true, false)]
    [InlineData(-5, 3, 0, 3, true, false)]
    // Kept by a later run: too early for this one, which was delivered late.
    [InlineData(-11, 0, 0, null, false, false)]
    [InlineData(-20, Week, 0, null, false, false)]
    // None planned any more.
    [InlineData(60, null, 0, 0, false, false)]
    [InlineData(-11, null, null, null, false, false)]
    public void A_window_is_open_from_its_lead_to_its_end(int now, int? next, int? kept, int? open, bool isKeptAnew, bool isDropped)
    {
        var listed = new SsmWindow(Id, "patching", IsEnabled: true, WindowAt(next));

        var agenda = WindowAgenda.Of([listed], Names, AsList(WindowAt(kept)), Begin + Duration.FromMinutes(now), Lead);

        Assert.Equal(AsList(WindowAt(open)).AsEnumerable(), agenda.Open);
        Assert.Equal(isKeptAnew ? AsList(WindowAt(open)) : [], agenda.ToKeep.AsEnumerable());
        Assert.Equal(isDropped ? AsList(WindowAt(kept)) : [], agenda.ToDrop.AsEnumerable());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_window_that_was_disabled_or_deleted_ends_at_once(bool isListed)
    {
        ImmutableArray<SsmWindow> listed = isListed ? [new SsmWindow(Id, "patching", IsEnabled: false, Next: null)] : [];

        var agenda = WindowAgenda.Of(listed, Names, AsList(WindowAt(0)), Begin + Duration.FromMinutes(30), Lead);

        Assert.Empty(agenda.Open);
        Assert.Equal(WindowAt(0), Assert.Single(agenda.ToDrop));
    }

    [Theory]
    // The next one begins at the end of the present one, or before it: together they are one.
    [InlineData(169, 180, 180)]
    [InlineData(170, 180, 360)]
    [InlineData(179, 180, 360)]
    [InlineData(60, 60, 240)]
    [InlineData(60, Week, 180)]
    public void Executions_that_meet_are_one(int now, int next, int end)
    {
        var listed = new SsmWindow(Id, "patching", IsEnabled: true, WindowAt(next));

        var agenda = WindowAgenda.Of([listed], Names, AsList(WindowAt(0)), Begin + Duration.FromMinutes(now), Lead);

        Assert.Equal(WindowAt(0)! with { End = Begin + Duration.FromMinutes(end) }, Assert.Single(agenda.Open));
        Assert.Equal(end == Length ? 0 : 1, agenda.ToKeep.Length);
        Assert.Empty(agenda.ToDrop);
    }

    [Fact]
    public void A_window_that_no_schedule_names_is_not_kept_anew_and_stays_until_its_end()
    {
        ImmutableArray<SsmWindow> listed = [new SsmWindow(Id, "patching", IsEnabled: true, WindowAt(0))];

        Assert.Empty(WindowAgenda.Of(listed, new HashSet<string>(), [], Begin, Lead).ToKeep);
        Assert.Empty(WindowAgenda.Of(listed, new HashSet<string>(), AsList(WindowAt(0)), Begin + Duration.FromMinutes(60), Lead).ToDrop);
        Assert.Single(WindowAgenda.Of(listed, new HashSet<string>(), AsList(WindowAt(0)), Begin + Duration.FromMinutes(180), Lead).ToDrop);
    }

    [Fact]
    public void Windows_of_one_name_are_told_apart_by_their_ids()
    {
        var other = new DatedWindow("patching", "mw-11111111111111111", Begin - Duration.FromHours(1), Begin + Duration.FromHours(1));
        ImmutableArray<SsmWindow> listed = [new SsmWindow(Id, "patching", true, WindowAt(0)), new SsmWindow(other.Id, "patching", true, WindowAt(Week))];

        var agenda = WindowAgenda.Of(listed, Names, [other], Begin - Duration.FromMinutes(5), Lead);

        Assert.Equal([WindowAt(0), other], agenda.Open.AsEnumerable());
        Assert.Equal([WindowAt(0)], agenda.ToKeep.AsEnumerable());
        Assert.Empty(agenda.ToDrop);
    }

    private static DatedWindow? WindowAt(int? minutes) => minutes is { } begin
        ? new DatedWindow("patching", Id, Begin + Duration.FromMinutes(begin), Begin + Duration.FromMinutes(begin + Length))
        : null;

    private static ImmutableArray<DatedWindow> AsList(DatedWindow? window) => window is null ? [] : [window];
}

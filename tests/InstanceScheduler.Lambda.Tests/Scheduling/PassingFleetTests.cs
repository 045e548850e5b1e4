using InstanceScheduler.Aws.Services;
using InstanceScheduler.Lambda.Scheduling;
using InstanceScheduler.Lambda.Tests.Overlap;

namespace InstanceScheduler.Lambda.Tests.Scheduling;

public sealed class PassingFleetTests
{
    private readonly ProblemList _problems = new();

    [Fact]
    public void An_instance_that_moves_to_a_later_page_is_passed_and_counted_once()
    {
        var fleet = Fleet();

        Assert.Equal(["a", "b"], Pass(fleet, Instance("a"), Instance("b", PowerState.Stopped)));
        Assert.Equal(["d"], Pass(fleet, Instance("b"), Instance("d", schedule: null)));

        Assert.Equal(["a", "b", "d"], fleet.Ids.Order());
        Assert.Equal((2, 1), (fleet.Managed, fleet.Running));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void It_is_complete_when_every_page_is(bool first, bool second, bool expected)
    {
        var fleet = Fleet();
        _ = fleet.Pass(new ServiceListing([Instance("a")]) { IsComplete = first }).Count();
        _ = fleet.Pass(new ServiceListing([]) { IsComplete = second }).Count();
        Assert.Equal(expected, fleet.IsComplete);
    }

    [Fact]
    public void Those_with_a_window_wait_where_windows_count()
    {
        var (there, nowhere) = (Fleet(), Fleet(usesWindows: false));
        var patched = Instance("a", schedule: "patched");

        Assert.Equal(["b"], Pass(there, patched, Instance("b")));
        Assert.Equal(["a", "b"], Pass(nowhere, patched, Instance("b")));

        Assert.Equal(["a"], there.PassWaiting().Select(instance => instance.Id));
        Assert.Empty(nowhere.PassWaiting());
        Assert.Equal((2, 2), (there.Managed, nowhere.Managed));
    }

    [Fact]
    public void Those_with_a_problem_or_a_tag_that_tells_one_are_kept()
    {
        var fleet = Fleet();
        var told = Instance("told") with { Information = new InformationalTags("Started", "Code", null) };
        foreach (var instance in fleet.Pass(new ServiceListing([told, Instance("sick"), Instance("well"), Instance("waits", schedule: "patched")])))
            if (instance.Id == "sick")
                _problems.Add("Code", "it is sick", instance.Id, remedy: null);
        foreach (var instance in fleet.PassWaiting())
            _problems.AddStanding("Other", "it waits", instance.Id, remedy: null);

        Assert.Equal(["told", "sick", "waits"], fleet.Informed.Select(instance => instance.Id));
    }

    private PassingFleet Fleet(bool usesWindows = true) => new(OverlapFleet.Configuration, usesWindows, _problems);

    private static List<string> Pass(PassingFleet fleet, params ManagedInstance[] page) =>
        [.. fleet.Pass(new ServiceListing([.. page])).Select(instance => instance.Id)];

    private static ManagedInstance Instance(string id, PowerState state = PowerState.Running, string? schedule = "day") =>
        new() { Id = id, InstanceType = "t3.micro", State = state, Schedule = schedule };
}

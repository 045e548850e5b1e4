using InstanceScheduler.Aws.Services;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.Scheduling;

public sealed class PlannedActionTests
{
    [Theory]
    [InlineData(ScheduledAction.Start, null, "start")]
    [InlineData(ScheduledAction.Start, "m5.large", "start")]
    [InlineData(ScheduledAction.Stop, null, "stop")]
    [InlineData(ScheduledAction.Stop, "m5.large", "stop")]
    [InlineData(ScheduledAction.StopForResize, "m5.large", "resize:m5.large")]
    public void The_wish_that_is_written_down_is_that_of_the_action(ScheduledAction action, string? desiredType, string wish)
    {
        Assert.Equal(wish, Planned(action, desiredType, hibernate: false).Wish.ToString());
    }

    [Theory]
    [InlineData(ScheduledAction.Stop, true, true)]
    [InlineData(ScheduledAction.Stop, false, false)]
    // A hibernated instance would keep its type.
    [InlineData(ScheduledAction.StopForResize, true, false)]
    public void Only_a_plain_stop_hibernates(ScheduledAction action, bool hibernate, bool hibernates) =>
        Assert.Equal(hibernates, Planned(action, "m5.large", hibernate).ToStopOrder().Hibernate);

    private static PlannedAction Planned(ScheduledAction action, string? desiredType, bool hibernate) => new(
        new ManagedInstance { Id = "i-0123456789abcdef0", InstanceType = "t3.micro", State = PowerState.Running },
        new Schedule { Name = "office", Zone = DateTimeZone.Utc, Hibernate = hibernate },
        new Decision(action, StoredState.Stopped, DecisionReason.WishChanged),
        desiredType);
}

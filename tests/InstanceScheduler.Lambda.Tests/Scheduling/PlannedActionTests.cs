using InstanceScheduler.Aws.Services;
using InstanceScheduler.Core.Decisions;
using InstanceScheduler.Lambda.Scheduling;

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
        var instance = new ManagedInstance { Id = "i-0123456789abcdef0", InstanceType = "t3.micro", State = PowerState.Running };
        var planned = new PlannedAction(instance, "office", new Decision(action, StoredState.Stopped, DecisionReason.WishChanged), desiredType);
        Assert.Equal(wish, planned.Wish.ToString());
    }
}

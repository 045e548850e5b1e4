using InstanceScheduler.Aws.Services;
using InstanceScheduler.Core.Schedules;
using InstanceScheduler.Lambda.Scheduling;
using NodaTime;

namespace InstanceScheduler.Lambda.Tests.Scheduling;

public sealed class StopReasonsTests
{
    private static readonly Instant Launch = Instant.FromUtc(2026, 11, 23, 1, 0);

    [Theory]
    // code of EC2                    | minutes it had run | max_uptime, minutes | by a person
    [InlineData("Client.UserInitiatedShutdown", 60, null, true)]
    [InlineData("Client.UserInitiatedHibernate", 60, null, true)]
    [InlineData("Client.InstanceInitiatedShutdown", null, null, true)]
    [InlineData("Server.InternalError", 60, null, false)]
    [InlineData("Server.SpotInstanceShutdown", 60, null, false)]
    [InlineData("Client.InternalError", 60, null, false)]
    [InlineData(null, 60, null, false)]
    // At the limit it was the scheduler, which calls EC2 as people do.
    [InlineData("Client.UserInitiatedShutdown", 59, 60, true)]
    [InlineData("Client.UserInitiatedShutdown", 60, 60, false)]
    [InlineData("Client.UserInitiatedShutdown", null, 60, false)]
    [InlineData("Client.InstanceInitiatedShutdown", null, 60, true)]
    public void Who_stopped_an_instance_of_ec2(string? code, int? ran, int? most, bool isByPerson)
    {
        var instance = Stopped with { StateReason = code, LastTransition = ran is { } minutes ? Launch + Duration.FromMinutes(minutes) : null };
        Assert.Equal(isByPerson, StopReasons.IsByPerson(instance, ScheduleWith(most), tellsTransitions: true));
    }

    [Fact]
    public void What_runs_was_stopped_by_nobody_and_a_database_by_a_person()
    {
        Assert.False(StopReasons.IsByPerson(Stopped with { State = PowerState.Running }, ScheduleWith(null), tellsTransitions: false));
        Assert.True(StopReasons.IsByPerson(Stopped with { LaunchTime = null }, ScheduleWith(60), tellsTransitions: false));
    }

    private static ManagedInstance Stopped => new() { Id = "i-1", State = PowerState.Stopped, InstanceType = "t3.micro", LaunchTime = Launch };

    private static Schedule ScheduleWith(int? maxUptime) =>
        new() { Name = "s", Zone = DateTimeZone.Utc, MaxUptime = maxUptime is { } minutes ? Duration.FromMinutes(minutes) : null };
}

using Amazon.EC2;
using Amazon.EC2.Model;
using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public abstract class Ec2ReasonTests(Transport transport) : LocalAwsTest(transport)
{
    private const string A = "i-0000000000000000a";

    [Theory]
    [InlineData("Client.InternalError", "Client error on launch")]
    [InlineData("Client.VolumeLimitExceeded", "Volume limit exceeded")]
    [InlineData("Client.InvalidSnapshot.NotFound", "The specified snapshot was not found")]
    [InlineData("Server.InsufficientInstanceCapacity", "Insufficient capacity to satisfy instance request")]
    [InlineData("Server.InternalError", "Internal error on launch")]
    public async Task A_start_that_fails_later_says_why(string code, string text)
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, FallsBack = code });
        using var ec2 = Ec2();

        await ec2.StartInstancesAsync(new StartInstancesRequest([A]));
        Time.AdvanceBy(TimeSpan.FromMinutes(1));
        var instance = await Described(ec2);

        Assert.Equal(
            (code, $"{code}: {text}", code), (instance.StateReason.Code, instance.StateReason.Message, instance.StateTransitionReason));
    }

    [Theory]
    [InlineData("api", "Client.UserInitiatedShutdown", "User initiated shutdown", "User initiated (2026-11-23 01:00:00 GMT)")]
    [InlineData("hibernate", "Client.UserInitiatedHibernate", "User initiated hibernate", "User initiated (2026-11-23 01:00:00 GMT)")]
    [InlineData("human", "Client.UserInitiatedShutdown", "User initiated shutdown", "User initiated (2026-11-23 01:00:00 GMT)")]
    [InlineData("guest", "Client.InstanceInitiatedShutdown", "Instance initiated shutdown", "Client.InstanceInitiatedShutdown")]
    public async Task A_stop_says_who_wanted_it(string who, string code, string text, string transition)
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, InitialState = PowerState.Running, HibernationConfigured = true });
        using var ec2 = Ec2();

        switch (who)
        {
            case "human":
                Assert.True(Aws.Ec2.HumanStop(A));
                break;
            case "guest":
                Assert.True(Aws.Ec2.GuestShutdown(A));
                break;
            default:
                await ec2.StopInstancesAsync(new StopInstancesRequest { InstanceIds = [A], Hibernate = who == "hibernate" });
                break;
        }

        Time.AdvanceBy(TimeSpan.FromMinutes(1));
        var instance = await Described(ec2);

        Assert.Equal("stopped", instance.State.Name.Value);
        Assert.Equal(
            (code, $"{code}: {text}", transition),
            (instance.StateReason.Code, instance.StateReason.Message, instance.StateTransitionReason));
    }

    [Theory]
    [InlineData(0, "pending")]
    [InlineData(119, "UnsupportedOperation: Instance is not ready to hibernate yet, retry in a few minutes.")]
    [InlineData(120, "stopping")]
    public async Task An_instance_is_ready_to_hibernate_two_minutes_after_its_start(int seconds, string expected)
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, HibernationConfigured = true });
        using var ec2 = Ec2();
        await ec2.StartInstancesAsync(new StartInstancesRequest([A]));
        Time.AdvanceBy(TimeSpan.FromSeconds(seconds));

        string actual;
        try
        {
            await ec2.StopInstancesAsync(new StopInstancesRequest { InstanceIds = [A], Hibernate = true });
            actual = Aws.Ec2[A].State == PowerState.Stopping ? "stopping" : "?";
        }
        catch (AmazonEC2Exception e)
        {
            actual = e.ErrorCode == "IncorrectInstanceState" ? "pending" : $"{e.ErrorCode}: {e.Message}";
        }

        Assert.Equal(expected, actual);
        Assert.True((await Described(ec2)).HibernationOptions.Configured);
    }

    [Fact]
    public async Task A_plain_stop_needs_no_waiting()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A, HibernationConfigured = true });
        using var ec2 = Ec2();
        await ec2.StartInstancesAsync(new StartInstancesRequest([A]));
        Time.AdvanceBy(TimeSpan.FromSeconds(30));

        await ec2.StopInstancesAsync(new StopInstancesRequest([A]));

        Assert.Equal(PowerState.Stopping, Aws.Ec2[A].State);
    }

    [Fact]
    public async Task The_launch_time_is_that_of_the_last_start()
    {
        Aws.Ec2.Add(new LocalInstance { Id = A });
        using var ec2 = Ec2();
        var seen = new List<DateTime>();
        foreach (var start in new[] { 1, 2 })
        {
            Time.AdvanceTo(Start.AddHours(start));
            await ec2.StartInstancesAsync(new StartInstancesRequest([A]));
            Time.AdvanceBy(TimeSpan.FromMinutes(5));
            await ec2.StopInstancesAsync(new StopInstancesRequest([A]));
            Time.AdvanceBy(TimeSpan.FromMinutes(5));
            seen.Add((await Described(ec2)).LaunchTime!.Value.ToUniversalTime());
        }

        Assert.Equal([Start.AddHours(1).UtcDateTime, Start.AddHours(2).UtcDateTime], seen);
    }

    private static async Task<Instance> Described(AmazonEC2Client ec2) =>
        (await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [A] })).Reservations[0].Instances[0];
}

public sealed class Ec2ReasonInProcessTests() : Ec2ReasonTests(Transport.InProcess);

public sealed class Ec2ReasonLoopbackTests() : Ec2ReasonTests(Transport.Loopback);

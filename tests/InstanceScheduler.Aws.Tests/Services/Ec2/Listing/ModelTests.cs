using Amazon.EC2.Model;
using InstanceScheduler.Aws.Services.Ec2;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using NodaTime;
using LocalState = InstanceScheduler.Simulator.LocalAws.Ec2.PowerState;

namespace InstanceScheduler.Aws.Tests.Services.Ec2.Listing;

/// <summary>What is read without the SDK's model is what stands in the model.</summary>
public sealed class ModelTests : Ec2Test
{
    [Fact]
    public async Task A_listing_says_what_the_SDK_reads()
    {
        for (var number = 1; number <= 40; number++)
            Aws.Ec2.Add(Instance(number));
        Time.AdvanceBy(TimeSpan.FromHours(1));
        for (var number = 1; number <= 40; number += 3)
            Aws.Ec2.HumanStop(IdOf(number));
        Time.AdvanceBy(TimeSpan.FromHours(1));

        var listed = await ListAsync();
        var model = (await Clients.Ec2(Region).DescribeInstancesAsync(new DescribeInstancesRequest())).Reservations.SelectMany(reservation => reservation.Instances)
            .ToDictionary(instance => instance.InstanceId, StringComparer.Ordinal);

        Assert.Equal(model.Count, listed.Length);
        Assert.All(listed, instance =>
        {
            var known = model[instance.Id];
            string? Value(string key) => known.Tags.Find(tag => tag.Key == key)?.Value;
            Assert.Equal(known.State.Name.Value, instance.State.ToString().ToLowerInvariant());
            Assert.Equal(known.InstanceType.Value, instance.InstanceType);
            Assert.Equal(Instant.FromDateTimeUtc(known.LaunchTime!.Value.ToUniversalTime()), instance.LaunchTime);
            Assert.Equal(known.StateReason?.Code, instance.StateReason);
            Assert.Equal(known.StateReason?.Message, instance.StateReasonMessage);
            Assert.Equal(StateTransition.TimeOf(known.StateTransitionReason), instance.LastTransition);
            Assert.Equal(known.HibernationOptions.Configured, instance.CanHibernate);
            Assert.Equal(known.RootDeviceType == "instance-store", instance.Untouchable is not null);
            Assert.Equal(Value("Name"), instance.Name);
            Assert.Equal(Value(Tag), instance.Schedule);
            Assert.Equal(Value(Tag + "-Override"), instance.OverrideTag);
            Assert.Equal(Value("IS-Error"), instance.Information.Error);
        });
        Assert.Contains(listed, instance => instance.StateReason is not null);
    }

    private static LocalInstance Instance(int number) => new()
    {
        Id = IdOf(number),
        InitialState = number % 2 == 0 ? LocalState.Stopped : LocalState.Running,
        HibernationConfigured = number % 5 == 0,
        InstanceStoreRoot = number % 7 == 0 && number % 3 != 1,
        ReservationId = $"r-{number / 4:x8}",
        Tags = number % 4 == 0
            ? Tags((Tag, "office"), ("Name", $"a <b> & \"c\" {number}"), ("IS-Error", "E"), ("空", "值"), (Tag + "-Override", "running until 2026-11-25"))
            : Tags(("Other", "x"), (Tag, $"schedule {number % 3}")),
    };
}

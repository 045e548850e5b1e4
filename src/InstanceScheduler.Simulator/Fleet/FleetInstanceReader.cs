using System.Text.Json;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Gathers the EC2 instances of one file. What cannot be read is reported, and its neighbours are not touched.</summary>
internal sealed partial class FleetInstanceReader(InputProblems problems)
{
    private const string Kind = "instance";

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<FleetInstance> _instances = [];

    public IReadOnlyList<FleetInstance> Instances => _instances;

    public void ReadReservation(JsonElement reservation, string place)
    {
        if (reservation.Field("Instances") is not { ValueKind: JsonValueKind.Array } instances)
        {
            problems.Add(place, $"Instances is {reservation.Field("Instances").Describe()}", "Write a list of instances");
            return;
        }

        var number = 0;
        foreach (var instance in instances.EnumerateArray())
        {
            ReadInstance(instance, reservation.Field("OwnerId"), $"{place}.Instances[{number++}]");
        }
    }

    private void ReadInstance(JsonElement instance, JsonElement? owner, string place)
    {
        var id = instance.Field("InstanceId").Text();
        var item = id is null ? place : $"{id} ({place})";
        var zone = instance.Field("Placement").Field("AvailabilityZone");
        var region = zone.Text() is { } name ? AvailabilityZones.RegionOf(name) : null;
        var type = instance.Field("InstanceType").Text();
        var state = instance.Field("State").Field("Name");

        // The id is asked for first: the other messages are easier to follow with it.
        var isSound = problems.IsSound(
            item,
            Kind,
            (id is not null && InstanceIdForm().IsMatch(id), "InstanceId", instance.Field("InstanceId"), "Write i- and 8 or 17 hexadecimal digits in lower case"),
            (owner.Text() is { } account && AccountIds.IsAccount(account), "the reservation's OwnerId", owner, "Write the account, twelve digits"),
            (region is not null, "Placement.AvailabilityZone", zone, "Write a zone such as cn-northwest-1a"),
            (type is not null, "InstanceType", instance.Field("InstanceType"), "Write a type such as t3.medium"),
            (InstanceStateNames.All.Contains(state.Text(), StringComparer.Ordinal), "State.Name", state, $"Write one of {string.Join(", ", InstanceStateNames.All)}"));
        if (!isSound)
        {
            return;
        }

        if (!_ids.Add(id!))
        {
            problems.Add(item, "the instance is listed before already", "The first listing counts");
            return;
        }

        _instances.Add(new FleetInstance(owner.Text()!, region!, zone.Text()!, id!, type!, state.Text()!, FleetTagReader.Read(instance, "Tags", Kind, item, problems))
        {
            RootDeviceType = instance.Field("RootDeviceType").Text() ?? "ebs",
            InstanceLifecycle = instance.Field("InstanceLifecycle").Text(),
            HibernationConfigured = instance.Field("HibernationOptions").Field("Configured") is { ValueKind: JsonValueKind.True },
        });
    }

    [GeneratedRegex(@"\Ai-([0-9a-f]{8}|[0-9a-f]{17})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InstanceIdForm();
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>Gathers the instances of one file. What cannot be read is reported, and its neighbours are not touched.</summary>
internal sealed partial class FleetInstanceReader(string file)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<FleetInstance> _instances = [];
    private readonly List<InputProblem> _problems = [];

    public IReadOnlyList<FleetInstance> Instances => _instances;

    public IReadOnlyList<InputProblem> Problems => _problems;

    public void Report(string item, string fault, string remedy) => _problems.Add(new InputProblem(file, item, fault, remedy));

    public void ReadReservation(JsonElement reservation, string place)
    {
        if (reservation.Field("Instances") is not { ValueKind: JsonValueKind.Array } instances)
        {
            Report(place, $"Instances is {reservation.Field("Instances").Describe()}", "Write a list of instances");
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
        var state = instance.Field("State").Field("Name").Text();

        // The id is asked for first: the other messages are easier to follow with it.
        var fault =
            Unless(
                id is not null && InstanceIdForm().IsMatch(id),
                "InstanceId",
                instance.Field("InstanceId"),
                "Write i- and 8 or 17 hexadecimal digits in lower case")
            ?? Unless(owner.Text() is { } account && IsAccount(account), "the reservation's OwnerId", owner, "Write the account, twelve digits")
            ?? Unless(region is not null, "Placement.AvailabilityZone", zone, "Write a zone such as cn-northwest-1a")
            ?? Unless(type is not null, "InstanceType", instance.Field("InstanceType"), "Write a type such as t3.medium")
            ?? Unless(
                InstanceStateNames.All.Contains(state, StringComparer.Ordinal),
                "State.Name",
                instance.Field("State").Field("Name"),
                $"Write one of {string.Join(", ", InstanceStateNames.All)}");
        if (fault is var (text, remedy))
        {
            Report(item, text, remedy);
        }
        else if (!_ids.Add(id!))
        {
            Report(item, "the instance is listed before already", "The first listing counts");
        }
        else
        {
            _instances.Add(new FleetInstance(
                owner.Text()!,
                region!,
                zone.Text()!,
                id!,
                type!,
                state!,
                ReadTags(instance, item),
                instance.Field("RootDeviceType").Text() ?? "ebs",
                instance.Field("InstanceLifecycle").Text()));
        }
    }

    private List<FleetTag> ReadTags(JsonElement instance, string item)
    {
        var tags = new List<FleetTag>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (instance.Field("Tags") is { ValueKind: not JsonValueKind.Array } other)
        {
            Report(item, $"Tags is {((JsonElement?)other).Describe()}", "The instance counts as untagged; write a list of {Key, Value}");
        }

        foreach (var tag in instance.Field("Tags").Items())
        {
            // An empty value is a tag like any other; a key is never empty.
            if (tag.Field("Key").Text() is not { } key || tag.Field("Value") is not (null or { ValueKind: JsonValueKind.String }))
            {
                Report(item, $"Tags holds {((JsonElement?)tag).Describe()}", "The tag is left out; write {\"Key\": …, \"Value\": …}");
            }
            else if (!keys.Add(key))
            {
                Report(item, $"Tags holds the key {tag.Field("Key").Describe()} again, with {(tag.Field("Value") is { } value ? ((JsonElement?)value).Describe() : "no value")}", "The first one counts");
            }
            else
            {
                tags.Add(new FleetTag(key, tag.Field("Value")?.GetString() ?? string.Empty));
            }
        }

        return tags;
    }

    private static (string Fault, string Remedy)? Unless(bool good, string field, JsonElement? value, string remedy) =>
        good ? null : ($"{field} is {value.Describe()}", $"The instance is left out; {char.ToLowerInvariant(remedy[0])}{remedy[1..]}");

    private static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    [GeneratedRegex(@"\Ai-([0-9a-f]{8}|[0-9a-f]{17})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InstanceIdForm();
}

using System.Collections.Immutable;
using Amazon.EC2;
using Amazon.EC2.Model;
using NodaTime;

namespace InstanceScheduler.Aws.Services.Ec2;

/// <summary>Reads what one listing shows; texts that many instances have alike are kept once.</summary>
internal sealed class InstanceReader(string tagName)
{
    private const string AutoScalingTag = "aws:autoscaling:groupName";
    private const string WhyAutoScaling = "it belongs to an Auto Scaling group, which would replace it: schedule the group instead";
    private const string WhyInstanceStore = "its root volume is an instance store, which cannot be stopped: remove the schedule tag";

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _typeLists = new(StringComparer.Ordinal);

    /// <summary>Null for an instance without the tag.</summary>
    public ManagedInstance? Read(Instance instance)
    {
        if (instance.Tags is null)
            return null;
        string? schedule = null, name = null, types = null, action = null, error = null, errorMessage = null;
        var isInGroup = false;
        foreach (var tag in instance.Tags)
        {
            if (tag.Key == tagName)
                schedule = tag.Value ?? "";
            switch (tag.Key)
            {
                case AutoScalingTag: isInGroup = true; break;
                case ManagedInstance.NameKey: name = tag.Value; break;
                case ManagedInstance.PreferredTypesKey: types = tag.Value; break;
                case InformationalTags.LastActionKey: action = tag.Value; break;
                case InformationalTags.ErrorKey: error = tag.Value; break;
                case InformationalTags.ErrorMessageKey: errorMessage = tag.Value; break;
            }
        }

        return schedule is null ? null : new ManagedInstance
        {
            Id = instance.InstanceId,
            Name = name,
            Schedule = string.IsNullOrWhiteSpace(schedule) ? null : Shared(schedule.Trim()),
            State = StateOf(instance.State?.Name),
            InstanceType = instance.InstanceType?.Value ?? "",
            PreferredTypes = TypesIn(types),
            Untouchable = isInGroup ? WhyAutoScaling : instance.RootDeviceType == DeviceType.InstanceStore ? WhyInstanceStore : null,
            CanHibernate = instance.HibernationOptions?.Configured == true,
            LaunchTime = instance.LaunchTime is { } time ? Instant.FromDateTimeUtc(time.ToUniversalTime()) : null,
            StateReason = Shared(instance.StateReason?.Code),
            StateReasonMessage = Shared(instance.StateReason?.Message),
            LastTransition = StateTransition.TimeOf(instance.StateTransitionReason),
            Information = action is null && error is null && errorMessage is null ? InformationalTags.None
                : new InformationalTags(Shared(action), Shared(error), Shared(errorMessage)),
        };
    }

    private static PowerState StateOf(InstanceStateName? name) => name?.Value switch
    {
        "pending" => PowerState.Pending,
        "running" => PowerState.Running,
        "stopped" => PowerState.Stopped,
        "shutting-down" or "terminated" => PowerState.Gone,
        // Also for states that AWS may add: seen, but not acted on.
        _ => PowerState.Stopping,
    };

    private ImmutableArray<string> TypesIn(string? list)
    {
        if (string.IsNullOrWhiteSpace(list))
            return [];
        if (_typeLists.TryGetValue(list, out var known))
            return known;
        var types = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return _typeLists[list] = [.. types.Distinct(StringComparer.Ordinal)];
    }

    private string? Shared(string? text)
    {
        if (text is null)
            return null;
        if (_texts.TryGetValue(text, out var known))
            return known;
        _texts.Add(text);
        return text;
    }
}

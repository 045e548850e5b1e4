using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Reads one instance of a listing; texts that many instances have alike are kept once.</summary>
internal sealed class InstanceReader
{
    public const string WhyAutoScaling = "it belongs to an Auto Scaling group, which would replace it: schedule the group instead";
    public const string WhyInstanceStore = "its root volume is an instance store, which cannot be stopped: remove the schedule tag";

    private readonly TextPool _texts = new();
    private readonly Dictionary<string, ImmutableArray<string>> _typeLists = new(StringComparer.Ordinal);
    private readonly TagReader _tags;

    public InstanceReader(string tagName) => _tags = new TagReader(tagName, _texts);

    /// <summary>Null for an instance without the tag.</summary>
    /// <param name="xml">At the element of one instance; afterwards at its end.</param>
    public ManagedInstance? Read(XmlCursor xml)
    {
        string id = "", type = "";
        string? reasonCode = null, reasonMessage = null;
        var (state, tags) = (PowerState.Stopping, new InstanceTags());
        Instant? launch = null, transition = null;
        bool isInstanceStore = false, canHibernate = false;
        var item = xml.Depth;
        while (xml.MoveToChild(item))
        {
            var name = xml.Name;
            if (name.SequenceEqual("instanceId"u8))
                id = xml.ReadText().ToString();
            else if (name.SequenceEqual("instanceState"u8))
                state = StateOf(ReadBelow(xml, "name"u8));
            else if (name.SequenceEqual("reason"u8))
                transition = StateTransition.TimeOf(xml.ReadText());
            else if (name.SequenceEqual("instanceType"u8))
                type = _texts.Of(xml.ReadText());
            else if (name.SequenceEqual("launchTime"u8))
                launch = TimeOf(xml.ReadText());
            else if (name.SequenceEqual("stateReason"u8))
                ReadReason(xml, ref reasonCode, ref reasonMessage);
            else if (name.SequenceEqual("rootDeviceType"u8))
                isInstanceStore = xml.ReadText() is "instance-store";
            else if (name.SequenceEqual("hibernationOptions"u8))
                canHibernate = ReadBelow(xml, "configured"u8) is "true";
            else if (name.SequenceEqual("tagSet"u8))
                tags = _tags.Read(xml);
        }

        return tags.Schedule is not { } schedule ? null : new ManagedInstance
        {
            Id = id,
            Name = tags.Name,
            Schedule = string.IsNullOrWhiteSpace(schedule) ? null : _texts.Of(schedule.AsSpan().Trim()),
            OverrideTag = string.IsNullOrWhiteSpace(tags.Override) ? null : tags.Override.Trim(),
            State = state,
            InstanceType = type,
            PreferredTypes = TypesIn(tags.PreferredTypes),
            Untouchable = tags.IsInAutoScalingGroup ? WhyAutoScaling : isInstanceStore ? WhyInstanceStore : null,
            CanHibernate = canHibernate,
            LaunchTime = launch,
            StateReason = reasonCode,
            StateReasonMessage = reasonMessage,
            LastTransition = transition,
            Information = tags.Information,
        };
    }

    private void ReadReason(XmlCursor xml, ref string? code, ref string? message)
    {
        var depth = xml.Depth;
        while (xml.MoveToChild(depth))
            if (xml.Name.SequenceEqual("code"u8))
                code = _texts.Of(xml.ReadText());
            else if (xml.Name.SequenceEqual("message"u8))
                message = _texts.Of(xml.ReadText());
    }

    private string? ReadBelow(XmlCursor xml, ReadOnlySpan<byte> name)
    {
        var depth = xml.Depth;
        string? text = null;
        while (xml.MoveToChild(depth))
            if (xml.Name.SequenceEqual(name))
                text = _texts.Of(xml.ReadText());
        return text;
    }

    private static PowerState StateOf(string? name) => name switch
    {
        "pending" => PowerState.Pending,
        "running" => PowerState.Running,
        "stopped" => PowerState.Stopped,
        "shutting-down" or "terminated" => PowerState.Gone,
        // Also for states that AWS may add: seen, but not acted on.
        _ => PowerState.Stopping,
    };

    private static Instant? TimeOf(ReadOnlySpan<char> text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? Instant.FromDateTimeUtc(time)
            : null;

    private ImmutableArray<string> TypesIn(string? list)
    {
        if (string.IsNullOrWhiteSpace(list))
            return [];
        if (_typeLists.TryGetValue(list, out var known))
            return known;
        var types = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return _typeLists[list] = [.. types.Distinct(StringComparer.Ordinal)];
    }
}

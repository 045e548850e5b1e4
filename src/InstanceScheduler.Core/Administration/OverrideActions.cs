using System.Collections.Immutable;
using System.Globalization;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Overrides;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Core.Administration;

/// <summary>What the actions on overrides come to, given all items there are and what time it is.</summary>
public static class OverrideActions
{
    /// <summary>How long it holds, in place of <see cref="ConfigAttributes.Until"/>.</summary>
    public const string For = "for";

    private static readonly ImmutableArray<string> Valid =
    [
        ConfigAttributes.Instance, ConfigAttributes.Schedule, ConfigAttributes.Account, ConfigAttributes.State, For, ConfigAttributes.Until, ConfigAttributes.Begin,
        ConfigAttributes.Reason, ConfigAttributes.Service, ConfigAttributes.Region, ConfigAttributes.CreatedBy, ConfigAttributes.Name,
    ];

    // Stored as they were given, once it is sure that a run can read them.
    private static readonly ImmutableArray<string> Copied =
    [
        ConfigAttributes.Instance, ConfigAttributes.Schedule, ConfigAttributes.Account, ConfigAttributes.State, ConfigAttributes.Reason,
        ConfigAttributes.Service, ConfigAttributes.Region, ConfigAttributes.CreatedBy,
    ];

    private static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<Z+HH:mm>");

    /// <summary>The new item, and its end.</summary>
    /// <param name="given">The parameters.</param>
    /// <param name="table">All items there are.</param>
    /// <param name="now">What time it is: the begin where none is given.</param>
    /// <exception cref="ActionRefusedException">The parameters are wrong, the end has passed, or there is one of that name.</exception>
    public static (ConfigItem Item, Instant End) Create(ImmutableArray<GivenParameter> given, IReadOnlyList<ConfigItem> table, Instant now)
    {
        var values = Values(given);
        var configuration = ConfigurationReader.Read(table);
        var clock = ZoneNames.Find(configuration.Settings.DefaultTimeZone);
        var begin = values.TryGetValue(ConfigAttributes.Begin, out var written) ? Read(ConfigAttributes.Begin, written, clock).ToBegin(clock ?? DateTimeZone.Utc) : now;
        var end = EndOf(values, begin, clock);
        if (end <= now)
            throw Refused($"error: the override would have ended at {Shown(end, clock)}, and it is {Shown(now, clock)}; give an end to come");
        if (begin >= end)
            throw Refused($"error: {ConfigAttributes.Begin} {Shown(begin, clock)} is not before the end, {Shown(end, clock)}");
        if (end - begin > DurationText.Longest)
            throw Refused($"error: the override would hold for more than {DurationText.Format(DurationText.Longest)}; use override_status of a schedule for what is to stay");
        CheckState(values);
        CheckSchedule(values, configuration, table);

        var attributes = Copied.Where(values.ContainsKey).ToDictionary(name => name, name => values[name], StringComparer.Ordinal);
        attributes[ConfigAttributes.Begin] = Shown(begin, clock);
        attributes[ConfigAttributes.End] = Shown(end, clock);
        var item = new ConfigItem(ConfigTypes.Override, NameOf(values, table, now),
            attributes.ToImmutableDictionary(attribute => attribute.Key, ConfigValue (attribute) => new ConfigValue.Text(attribute.Value), StringComparer.Ordinal));
        ItemCheck.Check(item, table);
        return (item, end);
    }

    /// <summary>The item that is to go.</summary>
    /// <exception cref="ActionRefusedException">There is none of that name.</exception>
    public static ConfigItem Cancel(string? name, IReadOnlyList<ConfigItem> table)
    {
        if (string.IsNullOrEmpty(name))
            throw Refused($"error: {ConfigTypes.Override} name parameter can not be empty");
        return table.FirstOrDefault(item => item.Type == ConfigTypes.Override && item.Name == name)
            ?? throw Refused($"not found: {ConfigTypes.Override} {name} does not exist{Suggestion.For(name, NamesIn(table))}");
    }

    private static Dictionary<string, string> Values(ImmutableArray<GivenParameter> given)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in given)
        {
            if (!Valid.Contains(parameter.Name, StringComparer.Ordinal))
                throw Refused($"error: {parameter.Name} is not a valid parameter, valid parameters are [{string.Join(", ", Valid.Select(name => $"'{name}'"))}]");
            if (parameter.Value is not (null or GivenValue.Text or GivenValue.Number))
                throw Refused($"error: {parameter.Name}: {parameter.Value} is not a text");
            if (parameter.Value?.ToString().Trim() is { Length: > 0 } value)
                values[parameter.Name] = value;
        }

        return values;
    }

    private static Instant EndOf(Dictionary<string, string> values, Instant begin, DateTimeZone? clock) =>
        (values.GetValueOrDefault(For), values.GetValueOrDefault(ConfigAttributes.Until)) switch
        {
            ({ } length, null) => begin + (DurationText.TryParse(length)
                ?? throw Refused($"error: {For}: \"{length}\" is not a length of time; write it as {DurationText.Examples}, up to {DurationText.Format(DurationText.Longest)}")),
            (null, { } until) => Read(ConfigAttributes.Until, until, clock).ToEnd(clock ?? DateTimeZone.Utc),
            (null, null) => throw Refused($"error: an override must end: give {For}, such as 4h, or {ConfigAttributes.Until}, such as 2026-11-25T22:00"),
            _ => throw Refused($"error: {For} and {ConfigAttributes.Until} exclude each other"),
        };

    private static WrittenMoment Read(string parameter, string text, DateTimeZone? clock)
    {
        if (WrittenMoment.TryParse(text) is not { } moment)
            throw Refused($"error: {parameter}: \"{text}\" is not a moment; write it as 2026-11-25T22:00, with an offset such as +08:00 where another zone is meant");
        return moment.HasOffset || clock is not null ? moment
            : throw Refused($"error: {parameter}: \"{text}\" has no offset, and the default time zone of the configuration does not exist; write it as 2026-11-25T22:00+08:00");
    }

    private static void CheckState(Dictionary<string, string> values)
    {
        if (!values.TryGetValue(ConfigAttributes.State, out var state))
            throw Refused($"error: {ConfigAttributes.State} is missing; use running or stopped");
        values[ConfigAttributes.State] = OverrideTag.StateOf(state) is not null ? state.ToLowerInvariant()
            : throw Refused($"error: {ConfigAttributes.State}: \"{state}\" is unknown{Suggestion.For(state, ["running", "stopped"])}; use running or stopped");
    }

    private static void CheckSchedule(Dictionary<string, string> values, SchedulerConfiguration configuration, IReadOnlyList<ConfigItem> table)
    {
        if (!values.TryGetValue(ConfigAttributes.Schedule, out var name) || configuration.ScheduleOf(name) is not null)
            return;
        if (configuration.IsIgnored(name))
            throw Refused($"error: the tag value {name} says {ReservedTags.Explain(name)}, by an override neither");
        string[] known = [.. table.Where(item => item.Type == ConfigTypes.Schedule).Select(item => item.Name), .. configuration.Reserved.Keys];
        if (!known.Contains(name))
            throw Refused($"error: not found: schedule {name} does not exist{Suggestion.For(name, known)}");
    }

    // The subject first, so that a list by name shows together what belongs together.
    private static string NameOf(Dictionary<string, string> values, IReadOnlyList<ConfigItem> table, Instant now)
    {
        var taken = NamesIn(table).ToHashSet(StringComparer.Ordinal);
        if (values.TryGetValue(ConfigAttributes.Name, out var own))
            return !taken.Contains(own) ? own : throw Refused($"error: {ConfigTypes.Override} {own} already exists");
        var subject = values.GetValueOrDefault(ConfigAttributes.Instance) ?? values.GetValueOrDefault(ConfigAttributes.Schedule) ?? values.GetValueOrDefault(ConfigAttributes.Account)
            ?? throw Refused($"error: an override must be about something: give {ConfigAttributes.Instance}, {ConfigAttributes.Schedule} or {ConfigAttributes.Account}");
        var name = $"{subject}-{now.InUtc().ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        var free = name;
        for (var number = 2; taken.Contains(free); number++)
            free = $"{name}-{number}";
        return free;
    }

    private static IEnumerable<string> NamesIn(IEnumerable<ConfigItem> table) => table.Where(item => item.Type == ConfigTypes.Override).Select(item => item.Name);

    private static string Shown(Instant instant, DateTimeZone? clock) => Moment.Format(instant.InZone(clock ?? DateTimeZone.Utc).ToOffsetDateTime());

    private static ActionRefusedException Refused(string message) => new(message);
}

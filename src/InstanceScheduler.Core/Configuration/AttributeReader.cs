using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Reads the attributes of one item by meaning: empty, null and absent are the same.</summary>
internal readonly struct AttributeReader(ConfigItem item)
{
    public bool IsEmpty(string name) => Value(name) is null;

    public string? Text(string name) => Value(name) switch
    {
        null => null,
        ConfigValue.Text text => text.Value.Trim(),
        ConfigValue.Flag flag => flag.Value ? "true" : "false",
        ConfigValue.Many { Values: [var single] } => single.Trim(),
        ConfigValue.Many many => string.Join(',', many.Values),
        var foreign => throw Unreadable(name, foreign, "a text"),
    };

    public bool? Flag(string name) => Value(name) switch
    {
        null => null,
        ConfigValue.Flag flag => flag.Value,
        ConfigValue.Text text when bool.TryParse(text.Value.Trim(), out var flag) => flag,
        ConfigValue.Text { Value: "0" } => false,
        ConfigValue.Text { Value: "1" } => true,
        var other => throw Unreadable(name, other, "true or false"),
    };

    public ImmutableArray<string> List(string name) => Value(name) switch
    {
        null => [],
        ConfigValue.Text text => Split(text.Value),
        ConfigValue.Many many => many.Values.All(IsOne) ? many.Values : [.. many.Values.SelectMany(value => Split(value))],
        var other => throw Unreadable(name, other, "a list of names"),
    };

    public Duration? Length(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return DurationText.TryParse(text)
            ?? throw new ConfigurationException(name, $"\"{text}\" is not a length of time; write it as {DurationText.Examples}, up to {DurationText.Format(DurationText.Longest)}");
    }

    public DateTimeZone? Zone(string name)
    {
        if (Text(name) is not { } id)
            return null;
        return ZoneNames.Find(id)
            ?? throw new ConfigurationException(name, $"time zone \"{id}\" does not exist{ZoneNames.Suggest(id)}; use a name such as Asia/Shanghai");
    }

    private ConfigValue? Value(string name) => item.Attributes.GetValueOrDefault(name) switch
    {
        ConfigValue.Text { Value: var text } when string.IsNullOrWhiteSpace(text) => null,
        ConfigValue.Many { Values: var values } when values.All(string.IsNullOrWhiteSpace) => null,
        var value => value,
    };

    private static ImmutableArray<string> Split(string text) => ImmutableCollectionsMarshal.AsImmutableArray(text.Split(',', StringSplitOptions.TrimEntries));

    // What Split would give back as it is; nearly every value of a set.
    private static bool IsOne(string text) => !text.Contains(',', StringComparison.Ordinal) && text.AsSpan().Trim().Length == text.Length;

    private static ConfigurationException Unreadable(string name, ConfigValue value, string expected)
    {
        var shown = value switch
        {
            ConfigValue.Text text => $"\"{text.Value}\"",
            ConfigValue.Flag flag => flag.Value ? "true" : "false",
            ConfigValue.Many many => $"[{string.Join(", ", many.Values)}]",
            ConfigValue.Foreign foreign => foreign.Description,
            _ => "nothing",
        };
        return new ConfigurationException(name, $"{shown} cannot be read; expected {expected}");
    }
}

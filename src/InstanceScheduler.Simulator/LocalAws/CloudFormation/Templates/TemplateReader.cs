using System.Collections.Immutable;
using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>Reads the sections of a template.</summary>
internal static class TemplateReader
{
    private const string FormatVersion = "2010-09-09";

    // Duplicates are an accident that CloudFormation passes over in silence, so they are refused here.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly string[] Sections =
    [
        "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Conditions", "Resources", "Outputs",
    ];

    private static readonly string[] ResourceMembers =
    [
        "Type", "Properties", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "CreationPolicy", "UpdatePolicy",
    ];

    private static readonly string[] ParameterMembers =
    [
        "Type", "Default", "Description", "NoEcho", "AllowedValues", "AllowedPattern", "ConstraintDescription",
        "MinLength", "MaxLength", "MinValue", "MaxValue",
    ];

    public static Template Read(string text)
    {
        var root = Root(text);
        Ensure(root, Sections, "Invalid template property or properties");
        if (root.TryGetProperty("AWSTemplateFormatVersion", out var version) && version.ToString() != FormatVersion)
        {
            throw Format($"Template format error: Unsupported template version: {version}; only {FormatVersion} is supported.");
        }

        var resources = Section(root, "Resources");
        return new Template
        {
            Text = text,
            Description = Text(root, "Description"),
            Parameters = [.. Section(root, "Parameters").Select(Parameter)],
            Mappings = Section(root, "Mappings").ToImmutableDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal),
            Conditions = Section(root, "Conditions").ToImmutableDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal),
            Resources = resources.Length > 0
                ? [.. resources.Select(Resource)]
                : throw Format("Template format error: At least one Resources member must be defined."),
            Outputs = [.. Section(root, "Outputs").Select(Output)],
        };
    }

    private static JsonElement Root(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Format("Template format error: unsupported structure.");
        }
        catch (JsonException malformed)
        {
            throw new TemplateException(
                $"Template format error: JSON not well-formed. (line {(malformed.LineNumber ?? 0) + 1}, column {(malformed.BytePositionInLine ?? 0) + 1}): {malformed.Message}", malformed);
        }
    }

    private static JsonProperty[] Section(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var section))
        {
            return [];
        }

        var entries = section.ValueKind == JsonValueKind.Object
            ? section.EnumerateObject().ToArray()
            : throw Format($"Template format error: {name} must be an object.");
        foreach (var entry in entries)
        {
            if (entry.Value.ValueKind != JsonValueKind.Object)
            {
                throw Format($"Template format error: [/{name}/{entry.Name}] must be an object.");
            }
        }

        return entries;
    }

    private static TemplateParameter Parameter(JsonProperty entry)
    {
        var (name, value) = (entry.Name, entry.Value);
        Ensure(value, ParameterMembers, $"Invalid template parameter property in {name}:");
        var parameter = new TemplateParameter(name, Text(value, "Type") ?? throw Format($"Template format error: Every Parameters object must contain a Type member; {name} does not."))
        {
            Default = Text(value, "Default"),
            Description = Text(value, "Description"),
            NoEcho = Text(value, "NoEcho") is { } hidden && bool.Parse(hidden),
            AllowedValues = value.TryGetProperty("AllowedValues", out var values) ? [.. values.EnumerateArray().Select(one => one.ToString())] : [],
            AllowedPattern = Text(value, "AllowedPattern"),
            ConstraintDescription = Text(value, "ConstraintDescription"),
            MinLength = (int?)Number(value, "MinLength"),
            MaxLength = (int?)Number(value, "MaxLength"),
            MinValue = Number(value, "MinValue"),
            MaxValue = Number(value, "MaxValue"),
        };
        return parameter.IsKnownType ? parameter : throw Format($"Template format error: Unrecognized parameter type: {parameter.Type}");
    }

    private static TemplateResource Resource(JsonProperty entry)
    {
        var (name, value) = (entry.Name, entry.Value);
        EnsureAlphanumeric(name, "Resources");
        Ensure(value, ResourceMembers, $"Invalid template resource property in {name}:");
        var type = Text(value, "Type") ?? throw Format($"Template format error: [/Resources/{name}] Every Resources object must contain a Type member.");
        return new TemplateResource(name, type, value.TryGetProperty("Properties", out var properties) ? properties : default)
        {
            Condition = Text(value, "Condition"),
            DependsOn = value.TryGetProperty("DependsOn", out var on)
                ? on.ValueKind == JsonValueKind.Array ? [.. on.EnumerateArray().Select(one => one.ToString())] : [on.ToString()]
                : [],
            DeletionPolicy = Policy(value, name, "DeletionPolicy", "Delete", "Retain", "RetainExceptOnCreate"),
            UpdateReplacePolicy = Policy(value, name, "UpdateReplacePolicy", "Delete", "Retain"),
        };
    }

    private static TemplateOutput Output(JsonProperty entry)
    {
        EnsureAlphanumeric(entry.Name, "Outputs");
        return new TemplateOutput(
            entry.Name,
            entry.Value.TryGetProperty("Value", out var value) ? value : throw Format($"Template format error: Every Outputs member must contain a Value object; {entry.Name} does not."),
            Text(entry.Value, "Description"),
            Text(entry.Value, "Condition"));
    }

    private static string Policy(JsonElement resource, string name, string member, params string[] allowed) => Text(resource, member) switch
    {
        null => "Delete",
        var policy when allowed.Contains(policy, StringComparer.Ordinal) => policy,
        var policy => throw Format($"Template error: Unrecognized {member} {policy} for resource {name}; use {string.Join(", ", allowed)}."),
    };

    private static void EnsureAlphanumeric(string name, string section)
    {
        if (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit))
        {
            throw Format($"Template format error: {section} name '{name}' is non alphanumeric.");
        }
    }

    private static void Ensure(JsonElement element, string[] known, string wording)
    {
        if (element.EnumerateObject().Select(member => member.Name).Except(known, StringComparer.Ordinal).ToArray() is { Length: > 0 } others)
        {
            throw Format($"{wording} [{string.Join(", ", others)}]");
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null
            ? throw Format($"Template format error: {name} must be a string.")
            : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
        : null;

    private static decimal? Number(JsonElement element, string name) => Text(element, name) is { } text
        ? decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Format($"Template format error: {name} must be a number, not {text}.")
        : null;

    private static TemplateException Format(string message) => new(message);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>A parameter as the template declares it, with its rules.</summary>
internal sealed record TemplateParameter(string Name, string Type)
{
    private const string StoredPrefix = "AWS::SSM::Parameter::Value<";

    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    /// <summary>Null: a value has to be given.</summary>
    public string? Default { get; init; }

    public string? Description { get; init; }

    public bool NoEcho { get; init; }

    /// <summary>Empty: any.</summary>
    public ImmutableArray<string> AllowedValues { get; init; } = [];

    /// <summary>What the whole value has to match; null: anything.</summary>
    public string? AllowedPattern { get; init; }

    /// <summary>What CloudFormation says instead of the rule that was broken.</summary>
    public string? ConstraintDescription { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public decimal? MinValue { get; init; }

    public decimal? MaxValue { get; init; }

    public bool IsKnownType => Type is "String" or "Number" or "CommaDelimitedList" or "List<Number>" or "AWS::SSM::Parameter::Name"
        || (Stored is { } stored && stored is "String" or "CommaDelimitedList" or "List<String>");

    /// <summary>The type of the stored value whose name the parameter holds; null where the parameter holds the value itself.</summary>
    public string? Stored => Type.StartsWith(StoredPrefix, StringComparison.Ordinal) && Type.EndsWith('>') ? Type[StoredPrefix.Length..^1] : null;

    private bool IsNumber => Type is "Number" or "List<Number>";

    private bool IsList => (Stored ?? Type) is "CommaDelimitedList" or "List<String>" or "List<Number>";

    /// <summary>What <c>Ref</c> gives for a value: text, or a list of it.</summary>
    public JsonNode Read(string value) => IsList
        ? new JsonArray([.. value.Split(',').Select(item => (JsonNode)item.Trim())])
        : JsonValue.Create(value);

    /// <exception cref="TemplateException">The value breaks a rule.</exception>
    public void Check(string value)
    {
        var parts = IsList && Stored is null ? value.Split(',').Select(part => part.Trim()).ToArray() : [value];
        foreach (var part in parts)
        {
            CheckPart(part);
        }
    }

    private void CheckPart(string value)
    {
        if (IsNumber)
        {
            CheckNumber(value);
        }

        if (!AllowedValues.IsEmpty && !AllowedValues.Contains(value, StringComparer.Ordinal))
        {
            throw Broken("must be one of AllowedValues");
        }

        if (AllowedPattern is { } pattern && !Regex.IsMatch(value, $"^(?:{pattern})\\z", RegexOptions.None, PatternTime))
        {
            throw Broken($"must match pattern {pattern}");
        }

        if (value.Length < MinLength)
        {
            throw Broken($"must contain at least {MinLength} characters");
        }

        if (value.Length > MaxLength)
        {
            throw Broken($"must contain at most {MaxLength} characters");
        }
    }

    private void CheckNumber(string value)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            throw Broken("must be a number");
        }

        if (number < MinValue)
        {
            throw Broken($"must be a number not less than {MinValue}");
        }

        if (number > MaxValue)
        {
            throw Broken($"must be a number not greater than {MaxValue}");
        }
    }

    private TemplateException Broken(string rule) => new(ConstraintDescription is { } description
        ? $"Parameter {Name} failed to satisfy constraint: {description}"
        : $"Parameter '{Name}' {rule}");
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Vectors.Tests.Cases;
using NodaTime;

namespace InstanceScheduler.Vectors.Tests.Model;

/// <summary>Our answers to create and update actions told a second time: a list of complaints, of which the first counts, else the item.</summary>
internal static partial class ActionModel
{
    public const string NoPeriod = "error: at least one period must be specified for a schedule";

    public static string Expected(ActionCase vector) => Complaints(vector).FirstOrDefault() ?? ActionCase.Written(new ConfigItem(
        vector.Type,
        Texts(vector, "name")[0],
        vector.Parameters.EnumerateObject()
            .Where(given => given.Name is not ("name" or "type") && Has(vector, given.Name))
            .ToImmutableDictionary(given => given.Name == "overwrite" ? "override_status" : given.Name, Stored, StringComparer.Ordinal)));

    /// <summary>Whether a parameter has a value.</summary>
    public static bool Has(ActionCase vector, string name) =>
        vector.Parameters.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
        && !(value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0)
        && !(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);

    /// <summary>The entries of a parameter, blanks kept.</summary>
    public static string[] Texts(ActionCase vector, string name) => !Has(vector, name) ? [] : Entries(vector.Parameters.GetProperty(name));

    public static bool IsMalformed(string reference) => Malformed().IsMatch(reference);

    /// <summary>The field of a calendar parameter, and what errors call it.</summary>
    public static (GrammarModel Field, string Words)? Calendar(string name) => name switch
    {
        "weekdays" => (GrammarModel.Weekdays, "weekdays"),
        "monthdays" => (GrammarModel.MonthDays, "month days"),
        "months" => (GrammarModel.Months, "months"),
        _ => null,
    };

    /// <summary>How an error about a calendar parameter begins.</summary>
    public static string CalendarComplaint(JsonProperty given) => $"error: {Shown(given.Value)} is not a valid {Calendar(given.Name)!.Value.Words} specification";

    private static IEnumerable<string> Complaints(ActionCase vector)
    {
        foreach (var given in vector.Parameters.EnumerateObject().Where(given => Has(vector, given.Name)))
        {
            var text = Shown(given.Value);
            if (Calendar(given.Name) is var (field, _) && Entries(given.Value).SelectMany(entry => entry.Split(',')).FirstOrDefault(item => !field.CanRead(item)) is { } bad)
                yield return CalendarComplaint(given) + (given.Name == "weekdays" ? $" {Weekday(bad)}" : "");
            if (given.Name is "begintime" or "endtime" && !(Times().IsMatch(text) || (given.Name == "endtime" && text == "24:00")))
                yield return $"error: {given.Name} {text} is not a valid time";
            if (Flags.Contains(given.Name) && text is not ("true" or "false" or "True" or "False" or "TRUE" or "FALSE") && !Excludes(vector, given.Name))
                yield return $"error: {text} for parameter {given.Name} is not a valid boolean value";
            if (Excludes(vector, given.Name))
                yield return "overwrite option is mutually exclusive with override_status option";
            if (given.Name == "override_status" && given.Value.ValueKind == JsonValueKind.True || (given.Name == "override_status" && text is not ("running" or "stopped")))
                yield return $"{text} is not a valid value for override_status, possible values are stopped,running";
            if (given.Name == "timezone" && !DateTimeZoneProviders.Tzdb.Ids.Contains(text, StringComparer.OrdinalIgnoreCase))
                yield return $"error: {text} is not a valid time zone for parameter timezone";
        }

        foreach (var complaint in AboutTheWhole(vector))
            yield return complaint;
    }

    private static IEnumerable<string> AboutTheWhole(ActionCase vector)
    {
        if (!Has(vector, "name"))
        {
            yield return "error: name parameter is missing";
            yield break;
        }

        if (vector.Type == "period" && !Conditions.Exists(name => Has(vector, name)))
            yield return "error: at least one period condition must be specified";
        if (vector.Type == "schedule" && !Has(vector, "periods") && !Has(vector, "overwrite") && !Has(vector, "override_status"))
            yield return NoPeriod;
        foreach (var reference in Texts(vector, "periods").Where(reference => !Exists(vector, "period", reference.Split('@')[0])))
            yield return $"error: not found: period {reference} does not exist";
        foreach (var reference in Texts(vector, "periods").Where(IsMalformed))
            yield return $"error: \"{reference}\" must be a period, or a period@instancetype";
        var name = Texts(vector, "name")[0];
        if (vector.Operation.StartsWith("create", StringComparison.Ordinal) == Exists(vector, vector.Type, name))
            yield return vector.Operation.StartsWith("create", StringComparison.Ordinal)
                ? $"error: {vector.Type} {name} already exists"
                : $"not found: {vector.Type} {name} does not exist";
    }

    private static readonly ImmutableArray<string> Flags =
        ["stop_new_instances", "use_maintenance_window", "retain_running", "hibernate", "enforced", "use_metrics", "overwrite"];

    private static readonly List<string> Conditions = ["begintime", "endtime", "weekdays", "monthdays", "months"];

    private static bool Excludes(ActionCase vector, string name) =>
        (name == "overwrite" && vector.Parameters.TryGetProperty("override_status", out _))
        || (name == "override_status" && vector.Parameters.TryGetProperty("overwrite", out _));

    private static bool Exists(ActionCase vector, string type, string name) => vector.Table.Any(item => item.Type == type && item.Name == name);

    private static string[] Entries(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(entry => entry.ToString())] : value.ToString().Split(',');

    private static string Shown(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? $"[{string.Join(", ", Entries(value).Select(entry => $"'{entry}'"))}]"
        : value.ToString();

    private static ConfigValue Stored(JsonProperty given) => given.Name switch
    {
        "overwrite" => new ConfigValue.Text(Shown(given.Value).Equals("true", StringComparison.OrdinalIgnoreCase) ? "running" : "stopped"),
        "begintime" or "endtime" => new ConfigValue.Text(Shown(given.Value).PadLeft(5, '0')),
        "weekdays" or "monthdays" or "months" or "periods" => new ConfigValue.Many([.. Entries(given.Value).Distinct(StringComparer.Ordinal)]),
        _ when Flags.Contains(given.Name) => new ConfigValue.Flag(Shown(given.Value).Equals("true", StringComparison.OrdinalIgnoreCase)),
        _ => new ConfigValue.Text(Shown(given.Value)),
    };

    private static string Weekday(string item)
    {
        if (OneCount().Match(item.Trim()) is { Success: true } count)
        {
            var (isStep, text) = (count.Groups["sign"].Value == "/", count.Groups["n"].Value);
            var isNumber = int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number);
            if (!isNumber)
                return $"{(isStep ? "Increment" : "Number")} value must be an integer value ({text})";
            if (isStep && number < 1)
                return $"Increment value must be > 0 ({number})";
            if (!isStep && number is < 1 or > 5)
                return $"Number value must be in range 1-5 ({text})";
        }

        return $"\"{item}\" is an unknown value";
    }

    [GeneratedRegex("@$|@.*@")]
    private static partial Regex Malformed();

    [GeneratedRegex(@"^([01]?[0-9]|2[0-3]):[0-5][0-9]\z")]
    private static partial Regex Times();

    // One step, whatever occurrence stands before it, or one occurrence.
    [GeneratedRegex("^[^/]*(?<sign>/)(?<n>[^/]*)$|^[^/#]*(?<sign>#)(?<n>[^/#]*)$")]
    private static partial Regex OneCount();
}

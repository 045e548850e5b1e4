using System.Collections.Immutable;
using System.Text.Json;
using InstanceScheduler.Aws.ConfigTable;
using InstanceScheduler.Core.Administration;
using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary><c>describe-calendars</c>: those of the table and the built-in ones that none of them replaces, or the one that is named; of a year only its days.</summary>
internal sealed class DescribeCalendarsAction(ConfigAccess config) : IAdminAction
{
    private static readonly ImmutableArray<string> DayLists = [ConfigAttributes.Holidays, ConfigAttributes.Workdays];

    public string Name => "describe-calendars";

    public async Task RunAsync(ActionRequest request, Utf8JsonWriter answer)
    {
        request.CheckNames(ConfigAttributes.Name, ActionParameters.Year, ActionParameters.Versions);
        var withVersions = request.IsTrue(ActionParameters.Versions);
        var year = YearOf(request);
        var name = request.Text(ConfigAttributes.Name);
        if (name is "")
            throw new ActionRefusedException($"error: {ConfigTypes.Calendar} name parameter can not be empty");

        var table = await config.ReadAsync(request.Invocation);
        var stored = table.OfType(ConfigTypes.Calendar).ToList();
        var all = stored.Select(item => (Calendar: item, IsBuiltIn: false))
            .Concat(BuiltInCalendars.All.Where(builtIn => !stored.Exists(item => item.Item.Name == builtIn.Name)).Select(builtIn => (Calendar: StoredItem.Of(builtIn), IsBuiltIn: true)))
            .OrderBy(one => one.Calendar.Item.Name, StringComparer.Ordinal).ToList();
        if (name is not null)
        {
            all.RemoveAll(one => one.Calendar.Item.Name != name);
            if (all.Count == 0)
                throw new ActionRefusedException(
                    $"not found: {ConfigTypes.Calendar} {name} does not exist{Suggestion.For(name, stored.Select(item => item.Item.Name).Concat(BuiltInCalendars.Names))}");
        }

        answer.WriteStartObject();
        answer.WriteStartArray("Calendars");
        foreach (var (calendar, isBuiltIn) in all)
        {
            var shown = year is { } only ? Within(only, calendar) : calendar;
            var version = withVersions && !isBuiltIn ? calendar.Version : null;
            if (isBuiltIn)
                shown.Attributes["built_in"] = new Amazon.DynamoDBv2.Model.AttributeValue { BOOL = true };
            PascalJson.Write(answer, shown.Attributes, version);
            AnswerSize.Check(answer, "name one, or a year");
        }

        answer.WriteEndArray();
        answer.WriteEndObject();
    }

    private static int? YearOf(ActionRequest request)
    {
        if (request.Text(ActionParameters.Year) is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, out var year) && year is >= DateRange.FirstYear and <= DateRange.LastYear
            ? year
            : throw new ActionRefusedException($"error: {ActionParameters.Year}: \"{text}\" is not a year from {DateRange.FirstYear} to {DateRange.LastYear}");
    }

    // What cannot be read is shown as it stands.
    private static StoredItem Within(int year, StoredItem calendar)
    {
        var attributes = calendar.Item.Attributes;
        foreach (var list in DayLists)
            if (CalendarDays.TryRead(calendar.Item, list) is { } days)
                attributes = days.Where(day => day.Year == year).ToList() is { Count: > 0 } left
                    ? attributes.SetItem(list, new ConfigValue.Many([.. DateRange.Joined(left).Select(range => range.ToString())]))
                    : attributes.Remove(list);
        return StoredItem.Of(calendar.Item with { Attributes = attributes });
    }
}

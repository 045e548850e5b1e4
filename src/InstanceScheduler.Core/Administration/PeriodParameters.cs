using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Periods;

namespace InstanceScheduler.Core.Administration;

/// <summary>The parameters of periods.</summary>
internal sealed class PeriodParameters() : ItemParameters(ConfigTypes.Period,
[
    ConfigAttributes.BeginTime, ConfigAttributes.EndTime, ConfigAttributes.Weekdays, ConfigAttributes.MonthDays, ConfigAttributes.Months,
    ConfigAttributes.Name, ConfigAttributes.Description,
    ConfigAttributes.From, ConfigAttributes.Until, ConfigAttributes.Years, ConfigAttributes.Calendar,
])
{
    private static readonly IReadOnlyList<string> Conditions =
        [ConfigAttributes.BeginTime, ConfigAttributes.EndTime, ConfigAttributes.Weekdays, ConfigAttributes.Months, ConfigAttributes.MonthDays,
        ConfigAttributes.From, ConfigAttributes.Until, ConfigAttributes.Years];

    public override void CheckMinimum(ConfigItem item)
    {
        var attributes = new AttributeReader(item);
        if (Conditions.All(attributes.IsEmpty))
            throw Refused("error: at least one period condition must be specified");
    }

    public override void CheckReferences(ItemDraft draft, IReadOnlyList<ConfigItem> table)
    {
        if (draft.Text(ConfigAttributes.Calendar) is { } calendar and not WorkdayCalendar.NoneName)
            CalendarUse.CheckExists(calendar, table);
    }

    protected override void Accept(string name, GivenValue value, ItemDraft draft)
    {
        switch (name)
        {
            case ConfigAttributes.BeginTime:
            case ConfigAttributes.EndTime:
                draft.Set(name, Time(name, value));
                break;
            case ConfigAttributes.From:
            case ConfigAttributes.Until:
                draft.Set(name, Day(name, value));
                CheckOrder(draft);
                break;
            case ConfigAttributes.Years:
                Accept(CalendarField.Years, "years", value, draft);
                break;
            case ConfigAttributes.Weekdays:
                Accept(CalendarField.Weekdays, "weekdays", value, draft);
                break;
            case ConfigAttributes.MonthDays:
                Accept(CalendarField.MonthDays, "month days", value, draft);
                break;
            case ConfigAttributes.Months:
                Accept(CalendarField.Months, "months", value, draft);
                break;
            default:
                draft.Set(name, value.ToString());
                break;
        }
    }

    // Stricter than what is read from the table, as in v1.3: minutes have two digits.
    private static string Time(string name, GivenValue value) =>
        value is GivenValue.Text { Value: [.., ':', _, _] text } && TimeOfDay.TryParse(text, mayBeEndOfDay: name == ConfigAttributes.EndTime) is { } time
            ? time.ToString()
            : throw Refused($"error: {name} {value} is not a valid time");

    private static string Day(string name, GivenValue value) =>
        value is GivenValue.Text text && DateRange.TryParseDay(text.Value) is { } day
            ? new DateRange(day, day).ToString()
            : throw Refused($"error: {name} {value} is not a valid date; write it as 2026-10-01");

    private static void CheckOrder(ItemDraft draft)
    {
        // Written alike, so that their order is that of their letters.
        if (draft.Text(ConfigAttributes.From) is { } from && draft.Text(ConfigAttributes.Until) is { } until && string.CompareOrdinal(from, until) > 0)
            throw Refused($"error: period from {from} can not be later than until {until}");
    }

    private static void Accept(CalendarField field, string words, GivenValue value, ItemDraft draft)
    {
        if (Entries(value) is not { } entries)
            throw Refused($"error: {value} is not a valid {words} specification");
        if (entries.IsEmpty)
            return;
        try
        {
            if (field == CalendarField.Years)
                YearExpression.Parse(entries);
            else
                CalendarExpressionParser.Parse(field, entries);
            draft.Set(field.Name, entries);
        }
        catch (CalendarFormatException unreadable)
        {
            var detail = field == CalendarField.Weekdays ? $" {WeekdayWording.Of(unreadable.Item, entries)}" : "";
            throw Refused($"error: {value} is not a valid {words} specification{detail}");
        }
    }
}

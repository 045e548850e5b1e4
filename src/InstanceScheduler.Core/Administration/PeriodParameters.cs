using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;
using InstanceScheduler.Core.Periods;

namespace InstanceScheduler.Core.Administration;

/// <summary>The parameters of periods.</summary>
internal sealed class PeriodParameters() : ItemParameters(ConfigTypes.Period,
[
    ConfigAttributes.BeginTime, ConfigAttributes.EndTime, ConfigAttributes.Weekdays, ConfigAttributes.MonthDays, ConfigAttributes.Months,
    ConfigAttributes.Name, ConfigAttributes.Description,
])
{
    private static readonly IReadOnlyList<string> Conditions =
        [ConfigAttributes.BeginTime, ConfigAttributes.EndTime, ConfigAttributes.Weekdays, ConfigAttributes.Months, ConfigAttributes.MonthDays];

    public override void CheckMinimum(ConfigItem item)
    {
        var attributes = new AttributeReader(item);
        if (Conditions.All(attributes.IsEmpty))
            throw Refused("error: at least one period condition must be specified");
    }

    protected override void Accept(string name, GivenValue value, ItemDraft draft)
    {
        switch (name)
        {
            case ConfigAttributes.BeginTime:
            case ConfigAttributes.EndTime:
                draft.Set(name, Time(name, value));
                CheckOrder(draft);
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

    private static void CheckOrder(ItemDraft draft)
    {
        // Written alike, so that their order is that of their letters.
        if (draft.Text(ConfigAttributes.BeginTime) is { } begin && draft.Text(ConfigAttributes.EndTime) is { } end && string.CompareOrdinal(begin, end) > 0)
            throw Refused($"error: period begintime {begin} can not be later than endtime {end}");
    }

    private static void Accept(CalendarField field, string words, GivenValue value, ItemDraft draft)
    {
        if (Entries(value) is not { } entries)
            throw Refused($"error: {value} is not a valid {words} specification");
        if (entries.IsEmpty)
            return;
        try
        {
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

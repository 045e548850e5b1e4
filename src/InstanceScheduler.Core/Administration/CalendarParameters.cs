using InstanceScheduler.Core.Calendars;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Administration;

/// <summary>The parameters of calendars.</summary>
internal sealed class CalendarParameters() : ItemParameters(ConfigTypes.Calendar,
[
    ConfigAttributes.Holidays, ConfigAttributes.Workdays, ConfigAttributes.Extends, ConfigAttributes.Name, ConfigAttributes.Description,
])
{
    private static readonly IReadOnlyList<string> Contents = [ConfigAttributes.Holidays, ConfigAttributes.Workdays, ConfigAttributes.Extends];

    public override void CheckMinimum(ConfigItem item)
    {
        var attributes = new AttributeReader(item);
        if (Contents.All(attributes.IsEmpty))
            throw Refused("error: at least one holiday, workday or extended calendar must be specified");
    }

    public override void CheckReferences(ItemDraft draft, IReadOnlyList<ConfigItem> table) => ItemCheck.Check(draft.ToItem(Type), table);

    protected override void Accept(string name, GivenValue value, ItemDraft draft)
    {
        if (name is not (ConfigAttributes.Holidays or ConfigAttributes.Workdays))
        {
            draft.Set(name, value.ToString());
            return;
        }

        if (Entries(value) is not { } entries)
            throw Refused($"error: {value} is not a valid list of {name}");
        draft.Set(name, [.. entries.Select(entry => Day(name, entry))]);
    }

    private static string Day(string name, string entry)
    {
        try
        {
            return DateRange.Parse(entry).ToString();
        }
        catch (FormatException unreadable)
        {
            throw Refused($"error: {name}: {unreadable.Message}");
        }
    }
}

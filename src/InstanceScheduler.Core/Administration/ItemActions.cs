using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Administration;

/// <summary>What the actions on periods, schedules and calendars come to, given all items there are: the item to write, or the one to delete.</summary>
/// <remarks>Texts of refusals are those of v1.3, where it refuses too.</remarks>
public static class ItemActions
{
    private static readonly ImmutableDictionary<string, ItemParameters> Kinds = ((ItemParameters[])[new PeriodParameters(), new ScheduleParameters(), new CalendarParameters()])
        .ToImmutableDictionary(kind => kind.Type, StringComparer.Ordinal);

    /// <summary>The new item.</summary>
    /// <param name="type"><see cref="ConfigTypes.Period"/>, <see cref="ConfigTypes.Schedule"/> or <see cref="ConfigTypes.Calendar"/>.</param>
    /// <param name="given">The parameters, in the order given.</param>
    /// <param name="table">All items there are.</param>
    /// <exception cref="ActionRefusedException">The parameters are wrong, or there is one of that name.</exception>
    public static ConfigItem Create(string type, ImmutableArray<GivenParameter> given, IReadOnlyList<ConfigItem> table)
    {
        var item = Kinds[type].ToItem(given, table);
        return Find(type, item.Name, table) is null ? item : throw new ActionRefusedException($"error: {type} {item.Name} already exists");
    }

    /// <summary>The item in place of the one of its name, of which nothing is kept.</summary>
    /// <exception cref="ActionRefusedException">The parameters are wrong, there is none of that name, or a stack owns it.</exception>
    /// <inheritdoc cref="Create"/>
    public static ConfigItem Update(string type, ImmutableArray<GivenParameter> given, IReadOnlyList<ConfigItem> table)
    {
        var item = Kinds[type].ToItem(given, table);
        StackOwner.Check(Existing(type, item.Name, table));
        return item;
    }

    /// <summary>What of an item changes when only the attributes that are named do; one without a value is taken away.</summary>
    /// <exception cref="ActionRefusedException">
    /// The parameters are wrong, there is none of that name, a stack owns it, or a run could not read what would come of it.
    /// </exception>
    /// <inheritdoc cref="Create"/>
    public static ItemPatch Patch(string type, ImmutableArray<GivenParameter> given, IReadOnlyList<ConfigItem> table)
    {
        var kind = Kinds[type];
        var draft = kind.Read(given);
        var stored = Existing(type, draft.Name!, table);
        StackOwner.Check(stored);
        var patch = ItemPatch.Of(draft, stored);
        kind.CheckMinimum(patch.Item);
        kind.CheckReferences(draft, table);
        ItemCheck.Check(patch.Item, table);
        return patch;
    }

    /// <summary>The item that is to go.</summary>
    /// <param name="type"><see cref="ConfigTypes.Period"/>, <see cref="ConfigTypes.Schedule"/> or <see cref="ConfigTypes.Calendar"/>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="table">All items there are.</param>
    /// <exception cref="ActionRefusedException">There is none of that name, something uses it, or a stack owns it.</exception>
    public static ConfigItem Delete(string type, string? name, IReadOnlyList<ConfigItem> table)
    {
        if (string.IsNullOrEmpty(name))
            throw new ActionRefusedException($"error: {type} name parameter can not be empty");
        CheckUnused(type, name, table);
        var item = Existing(type, name, table);
        StackOwner.Check(item);
        return item;
    }

    /// <summary>Checks that an item may be stored as it is, new or in place of the one of its name.</summary>
    /// <exception cref="ActionRefusedException">A stack owns it, or a run could not use it.</exception>
    public static void CheckNew(ConfigItem item, IReadOnlyList<ConfigItem> table)
    {
        StackOwner.Check(item);
        if (Find(item.Type, item.Name, table) is { } stored)
            StackOwner.Check(stored);
        ItemCheck.Check(item, table);
    }

    /// <summary>Checks that an item of the table may go.</summary>
    /// <exception cref="ActionRefusedException">Something uses it, or a stack owns it.</exception>
    public static void CheckDeletion(ConfigItem item, IReadOnlyList<ConfigItem> table)
    {
        CheckUnused(item.Type, item.Name, table);
        StackOwner.Check(item);
    }

    /// <summary>The item of a type and name.</summary>
    /// <exception cref="ActionRefusedException">There is none.</exception>
    public static ConfigItem Existing(string type, string name, IReadOnlyList<ConfigItem> table) =>
        Find(type, name, table) ?? throw new ActionRefusedException($"not found: {type} {name} does not exist");

    private static void CheckUnused(string type, string name, IReadOnlyList<ConfigItem> table)
    {
        if (type == ConfigTypes.Period && PeriodUse.SchedulesOf(name, table) is { IsEmpty: false } schedules)
            throw new ActionRefusedException($"error: period {name} can not be deleted because it is still used in schedule(s) {string.Join(", ", schedules)}");
        // Without its replacement, a built-in calendar serves its users again.
        if (type == ConfigTypes.Calendar && !BuiltInCalendars.Has(name) && CalendarUse.UsersOf(name, table) is { IsEmpty: false } users)
            throw new ActionRefusedException($"error: calendar {name} can not be deleted because it is still used in {string.Join(", ", users)}");
    }

    private static ConfigItem? Find(string type, string name, IEnumerable<ConfigItem> table) =>
        table.FirstOrDefault(item => item.Type == type && item.Name == name);
}

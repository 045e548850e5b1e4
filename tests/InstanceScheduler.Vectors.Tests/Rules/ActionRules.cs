using System.Text.Json;
using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Where create and update actions differ from v1.3.</summary>
internal static class ActionRules
{
    private static readonly DateOnly CheckedMonth = new(2016, 12, 1);

    private const string Listed = ", valid parameters are [";

    // In the order in which errors list them, behind those of v1.3.
    private static readonly Dictionary<string, string[]> NewParameters = new(StringComparer.Ordinal)
    {
        ["period"] = ["from", "until", "years", "calendar"],
        ["schedule"] = ["calendar", "respect_manual_stop", "max_uptime"],
    };

    public static readonly IReadOnlyList<Rule<ActionCase, string>> All =
    [
        Rule("9,31", 2, "24:00 is an end, the end of the day", vector => vector.Theirs == "error: endtime 24:00 is not a valid time"),
        Rule("night", 7, "a begin later than the end is a period over midnight", vector => vector.Theirs.Contains(" can not be later than endtime ", StringComparison.Ordinal)),
        new("params", 13, "the parameters that v1.3 lacks are valid too", vector => vector.Theirs.Contains(Listed, StringComparison.Ordinal), vector =>
            $"{vector.Theirs[..^1]}{string.Concat(NewParameters[vector.Type].Select(name => $", '{name}'"))}]"),
        Rule("17", 6, "an empty type and a second @ are refused", vector =>
            IsAfterChecks(vector) && !NeedsPeriods(vector) && ActionModel.Texts(vector, "periods").Any(ActionModel.IsMalformed)),
        Rule("30", 7, "overwrite alone is an override", vector => vector.Theirs == ActionModel.NoPeriod && ActionModel.Has(vector, "overwrite")),
        Rule("30", 2, "periods are needed where no override is in force", vector => IsAfterChecks(vector) && NeedsPeriods(vector)),
        Rule("3", 0, "what the month lacks is no error", vector =>
            IsReadOnlyHere(vector, (field, item) => field == GrammarModel.MonthDays && V13Habits.AsksForMissingDay(item, CheckedMonth) && !HasForeignForm(field, item))),
        Rule("4,7", 0, "blanks may stand round every operator", vector =>
            IsReadOnlyHere(vector, (field, item) => V13Habits.HasInnerBlank(item) && !field.HasForeignSign(item))),
        Rule("5,6", 0, "$ means last too, and L and W do in any case and place", vector => IsReadOnlyHere(vector, (field, item) => field.HasForeignSign(item))),
        Rule("4,7", 0, "a name is a prefix of the true name, and one operator is enough", vector => IsReadOnlyThere(vector, Stretches)),
        Rule("5,6", 0, "every item is checked, also beside a wildcard", vector =>
            IsReadOnlyThere(vector, (field, spec) => !Stretches(field, spec) && V13Habits.Ignored(spec).Any(item => !field.CanRead(item)))),
    ];

    private static Rule<ActionCase, string> Rule(string number, int cases, string reason, Func<ActionCase, bool> covers) =>
        new(number, cases, reason, vector => !vector.Operation.StartsWith("delete", StringComparison.Ordinal) && covers(vector), ActionModel.Expected);

    // All that v1.3 says about parameters is behind it: there is an item, or only its name is wrong.
    private static bool IsAfterChecks(ActionCase vector) =>
        vector.Theirs.StartsWith($"{vector.Type} \"", StringComparison.Ordinal)
        || vector.Theirs.EndsWith("already exists", StringComparison.Ordinal)
        || vector.Theirs.StartsWith($"not found: {vector.Type}", StringComparison.Ordinal);

    private static bool NeedsPeriods(ActionCase vector) =>
        vector.Type == "schedule" && !ActionModel.Has(vector, "periods") && !ActionModel.Has(vector, "override_status") && !ActionModel.Has(vector, "overwrite");

    // v1.3 stops at a specification that is readable here.
    private static bool IsReadOnlyHere(ActionCase vector, Func<GrammarModel, string, bool> isCause) => Specifications(vector).Any(given =>
        vector.Theirs.StartsWith(ActionModel.CalendarComplaint(given.Json), StringComparison.Ordinal)
        && given.Spec.Split(',').All(given.Field.CanRead)
        && given.Spec.Split(',').Any(item => isCause(given.Field, item)));

    // What is wrong first here is a specification that v1.3 went past.
    private static bool IsReadOnlyThere(ActionCase vector, Func<GrammarModel, string, bool> isCause) => Specifications(vector).Any(given =>
        ActionModel.Expected(vector).StartsWith(ActionModel.CalendarComplaint(given.Json), StringComparison.Ordinal)
        && !vector.Theirs.StartsWith(ActionModel.CalendarComplaint(given.Json), StringComparison.Ordinal)
        && vector.Theirs != ActionCase.AnyError
        && isCause(given.Field, given.Spec));

    private static bool HasForeignForm(GrammarModel field, string item) => field.HasForeignSign(item) || V13Habits.HasInnerBlank(item);

    private static bool Stretches(GrammarModel field, string spec) => V13Habits.Evaluated(spec).Any(item =>
        field.CutsName(item) || field.MixesOperators(item) || V13Habits.HasForeignCount(item) || V13Habits.HasLongNumber(item));

    private static IEnumerable<(JsonProperty Json, GrammarModel Field, string Spec)> Specifications(ActionCase vector) =>
        from given in vector.Parameters.EnumerateObject()
        let calendar = ActionModel.Calendar(given.Name)
        where calendar is not null && ActionModel.Has(vector, given.Name)
        select (given, calendar.Value.Field, string.Join(',', ActionModel.Texts(vector, given.Name)));
}

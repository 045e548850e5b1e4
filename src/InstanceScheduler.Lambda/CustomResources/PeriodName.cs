using System.Globalization;

namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>Names of the periods that belong to a schedule of a template: <c>stack-hours-period-0001</c>.</summary>
internal static class PeriodName
{
    private const string Infix = "-period-";
    private const int Digits = 4;

    public static string Of(string schedule, int number) => Prefix(schedule) + number.ToString($"D{Digits}", CultureInfo.InvariantCulture);

    /// <summary>With what the names of all periods of a schedule begin, and those of some others.</summary>
    public static string Prefix(string schedule) => schedule + Infix;

    /// <summary>Whether a name is that of a period of the schedule, and not of a schedule whose own name goes on like that.</summary>
    public static bool IsOf(string schedule, string name) =>
        name.StartsWith(Prefix(schedule), StringComparison.Ordinal)
        && name.AsSpan(Prefix(schedule).Length) is { Length: >= Digits } number
        && !number.ContainsAnyExceptInRange('0', '9');
}

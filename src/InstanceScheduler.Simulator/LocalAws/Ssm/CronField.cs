using System.Collections.Immutable;
using System.Globalization;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

/// <summary>The values that one field of a cron expression names: lists, ranges, steps, names and wildcards.</summary>
internal static class CronField
{
    public static ImmutableSortedSet<int> Values(string text, int low, int high, params ReadOnlySpan<string> names)
    {
        var values = ImmutableSortedSet.CreateBuilder<int>();
        foreach (var item in text.Split(','))
        {
            var stepped = item.Split('/');
            var step = stepped.Length == 1 ? 1 : Number(stepped[1], 1, high);
            var (from, to) = Bounds(stepped[0], low, high, isOpen: stepped.Length > 1, names);
            if (stepped.Length > 2 || from > to)
            {
                throw new FormatException($"'{item}' is no value, range or step from {low} to {high}.");
            }

            for (var value = from; value <= to; value += step)
            {
                values.Add(value);
            }
        }

        return values.ToImmutable();
    }

    public static int Number(string text, int low, int high, params ReadOnlySpan<string> names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return low + i;
            }
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number
            : throw new FormatException($"'{text}' is no value from {low} to {high}.");
    }

    // A step without an end, as in 5/10, goes on to the field's last value.
    private static (int From, int To) Bounds(string range, int low, int high, bool isOpen, ReadOnlySpan<string> names)
    {
        if (range is "*" or "?")
        {
            return (low, high);
        }

        var ends = range.Split('-');
        var from = Number(ends[0], low, high, names);
        return (from, ends.Length > 1 ? Number(ends[1], low, high, names) : isOpen ? high : from);
    }
}

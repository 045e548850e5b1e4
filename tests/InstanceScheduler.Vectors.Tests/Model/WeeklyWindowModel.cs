using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace InstanceScheduler.Vectors.Tests.Model;

/// <summary>Weekly windows told a second time: ours by the minutes since the begin, v1.3's by its one or two periods.</summary>
public sealed partial class WeeklyWindowModel
{
    private const int MinutesPerWeek = 7 * Clock.MinutesPerDay;
    private const string Days = "mon tue wed thu fri sat sun";
    private const int LastMinute = Clock.MinutesPerDay - 1;

    private readonly (int Day, int Minute) _begin;
    private readonly (int Day, int Minute) _end;
    private readonly bool _isOneDayToV13;

    private WeeklyWindowModel((int Day, int Minute) begin, (int Day, int Minute) end, bool isOneDayToV13) =>
        (_begin, _end, _isOneDayToV13) = (begin, end, isOneDayToV13);

    public bool IsEmpty => _begin == _end;

    public bool EndsOnItsFirstDay => _begin.Day == _end.Day;

    /// <summary>The model of a window, or null when it cannot be read.</summary>
    public static WeeklyWindowModel? From(string text)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success || Clock.Minutes(match.Groups["t1"].Value, isEnd: false) is not { } begin
            || Clock.Minutes(match.Groups["t2"].Value, isEnd: false) is not { } end)
            return null;
        var (first, last) = (match.Groups["d1"].Value, match.Groups["d2"].Value);
        return new WeeklyWindowModel((DayOf(first), begin), (DayOf(last), end), first == last);
    }

    public bool IsOpenAt(Instant at) => Since(MinuteOf(_begin), MinuteOf(Split(at))) < Since(MinuteOf(_begin), MinuteOf(_end));

    /// <summary>Whether an instant lies on a day between the first and the last, both excluded.</summary>
    public bool IsOnDayBetween(Instant at)
    {
        var days = (Split(at).Day - _begin.Day + 7) % 7;
        return days > 0 && days < (_end.Day - _begin.Day + 7) % 7;
    }

    /// <summary>The state in v1.3: the begin's day until 23:59 and the end's day from 00:00, bridged over a minute between them.</summary>
    public bool IsOpenInV13At(Instant at)
    {
        var minute = Duration.FromMinutes(1);
        return PeriodRuns(at) || (!_isOneDayToV13 && PeriodRuns(at - minute) && PeriodRuns(at + minute));
    }

    private bool PeriodRuns(Instant at)
    {
        var (day, minute) = Split(at);
        return _isOneDayToV13
            ? day == _begin.Day && _begin.Minute <= minute && minute < _end.Minute
            : (day == _begin.Day && _begin.Minute <= minute && minute < LastMinute) || (day == _end.Day && minute < _end.Minute);
    }

    private static (int Day, int Minute) Split(Instant at) => ((int)at.InUtc().DayOfWeek - 1, (at.InUtc().Hour * 60) + at.InUtc().Minute);

    private static int MinuteOf((int Day, int Minute) time) => (time.Day * Clock.MinutesPerDay) + time.Minute;

    private static int Since(int begin, int minute) => (minute - begin + MinutesPerWeek) % MinutesPerWeek;

    private static int DayOf(string name) => Days.IndexOf(name.ToLower(CultureInfo.InvariantCulture), StringComparison.Ordinal) / 4;

    [GeneratedRegex("^(?<d1>mon|tue|wed|thu|fri|sat|sun):(?<t1>[0-9:]+)-(?<d2>mon|tue|wed|thu|fri|sat|sun):(?<t2>[0-9:]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}

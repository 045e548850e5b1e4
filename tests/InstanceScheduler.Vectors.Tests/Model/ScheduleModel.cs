using System.Runtime.CompilerServices;
using InstanceScheduler.Vectors.Tests.Cases;
using NodaTime;

namespace InstanceScheduler.Vectors.Tests.Model;

/// <summary>A schedule told a second time, for the expected values of the rules.</summary>
internal sealed class ScheduleModel
{
    // Several rules ask about the same schedule.
    private static readonly ConditionalWeakTable<ScheduleItem, Holder> Known = [];

    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly ScheduleResult Stopped = new("stopped", null, null);
    private static readonly ScheduleResult NoWish = new("any", null, null);

    private readonly string? _fixedWish;
    private readonly IReadOnlyList<(PeriodModel Period, string? Type)> _periods;

    private ScheduleModel(DateTimeZone zone, string? fixedWish, IReadOnlyList<(PeriodModel Period, string? Type)> periods)
    {
        Zone = zone;
        _fixedWish = fixedWish;
        _periods = periods;
    }

    public DateTimeZone Zone { get; }

    /// <summary>Two periods or more, and no override: only then are periods bridged.</summary>
    public bool MayBridge => _fixedWish is null && _periods.Count > 1;

    /// <summary>The schedule, or null when it cannot be used.</summary>
    public static ScheduleModel? From(ScheduleItem item) => Known.GetValue(item, Read).Model;

    private static Holder Read(ScheduleItem item) => new(Build(item));

    private static ScheduleModel? Build(ScheduleItem item)
    {
        var zoneName = string.IsNullOrEmpty(item.Zone) ? item.DefaultZone : item.Zone;
        if (Clock.Zone(zoneName.Length == 0 ? "UTC" : zoneName) is not { } zone)
            return null;
        var status = item.Attribute("override_status") is { Length: > 0 } written ? written : null;
        var overwrite = item.Attribute("overwrite") is { Length: > 0 } flag ? flag : null;
        if ((status is not null && overwrite is not null) || status is not (null or "running" or "stopped"))
            return null;
        status ??= overwrite is null ? null : overwrite == "true" ? "running" : "stopped";
        if (status is not null)
            return new ScheduleModel(zone, status, []);

        var periods = item.References.Select(reference => Period(item, reference)).ToList();
        return periods.Contains(null) ? null : new ScheduleModel(zone, null, [.. periods.OfType<(PeriodModel, string?)>()]);
    }

    /// <summary>The wish for one instance.</summary>
    public ScheduleResult Evaluate(ScheduleCase vector)
    {
        var wish = WishAt(vector.At);
        if (!vector.AllowResize)
            return wish with { InstanceType = null };
        return wish.InstanceType is { } type && vector.Running && type != vector.InstanceType ? wish with { State = "stopped_for_resize" } : wish;
    }

    public ScheduleResult WishAt(Instant instant)
    {
        var wish = WishOfPeriods(instant);
        return wish == Stopped && Bridge(instant) is { } bridged ? bridged : wish;
    }

    /// <summary>The wish without a bridge, or the override.</summary>
    public ScheduleResult WishOfPeriods(Instant instant) =>
        _fixedWish is null ? WishOfPeriods(Local(instant)) : new ScheduleResult(_fixedWish, null, "override_status");

    /// <summary>The wish at a local time, which need not exist in the zone.</summary>
    public ScheduleResult WishOfPeriods(LocalDateTime local) => Decide(local);

    /// <summary>Our bridge: a real minute before and after, each judged on its own date; null: no bridge.</summary>
    public ScheduleResult? Bridge(Instant instant) =>
        MayBridge && WishOfPeriods(instant + Minute).State == "running" && WishOfPeriods(instant - Minute) is { State: "running" } before
            ? before
            : null;

    /// <summary>The bridge of v1.3: a minute before and after on the wall clock, dated items judged on the date in between.</summary>
    public ScheduleResult? WallClockBridge(LocalDateTime local, LocalDate judgedOn)
    {
        var before = Runs(local.PlusMinutes(-1), judgedOn);
        return MayBridge && before.Count > 0 && Runs(local.PlusMinutes(1), judgedOn).Count > 0 ? Latest(before) : null;
    }

    /// <summary>The wish without a bridge, dated items judged as if it were another date; of equal begins the last in the table decides.</summary>
    public ScheduleResult WishLikeV13(LocalDateTime local, LocalDate judgedOn)
    {
        if (_fixedWish is not null)
            return new ScheduleResult(_fixedWish, null, "override_status");
        var running = Runs(local, judgedOn);
        if (running.Count > 0)
            return new ScheduleResult("running", null, running.AsEnumerable().Reverse().MaxBy(entry => entry.Period.BeginRank).Period.Name);
        return _periods.Any(entry => entry.Period.StateAt(local, judgedOn) == "any") ? NoWish : Stopped;
    }

    /// <summary>The minutes at which a usage report of v1.3 looks: begins and ends, midnight, and the last minute for a period without times.</summary>
    public IEnumerable<int> TimesOfV13 => _periods
        .SelectMany(entry => entry.Period.Times.Any() ? entry.Period.Times : [Clock.MinutesPerDay - 1])
        .Append(0);

    public LocalDateTime Local(Instant instant) => instant.InZone(Zone).LocalDateTime;

    /// <summary>The names and types that are equally late, in the order of the table, when periods run at an instant.</summary>
    public IReadOnlyList<(string Name, string? Type)> Deciders(Instant instant)
    {
        var running = Runs(Local(instant), Local(instant).Date);
        if (running.Count == 0 && Bridge(instant) is not null)
            running = Runs(Local(instant - Minute), Local(instant - Minute).Date);
        var latest = running.Select(entry => entry.Period.BeginRank).DefaultIfEmpty().Max();
        return [.. running.Where(entry => entry.Period.BeginRank == latest).Select(entry => (entry.Period.Name, entry.Type))];
    }

    private ScheduleResult Decide(LocalDateTime local)
    {
        List<(PeriodModel Period, string? Type)>? running = null;
        var wish = Stopped;
        foreach (var entry in _periods)
        {
            var state = entry.Period.StateAt(local);
            if (state == "running")
                (running ??= []).Add(entry);
            else if (state == "any")
                wish = NoWish;
        }

        return running is null ? wish : Latest(running);
    }

    private List<(PeriodModel Period, string? Type)> Runs(LocalDateTime local, LocalDate judgedOn) =>
        [.. _periods.Where(entry => entry.Period.StateAt(local, judgedOn) == "running")];

    // Rule 16: the latest begin; of equals the name that sorts first.
    private static ScheduleResult Latest(List<(PeriodModel Period, string? Type)> running)
    {
        var (period, type) = running.Count == 1 ? running[0] : running
            .OrderByDescending(entry => entry.Period.BeginRank)
            .ThenBy(entry => entry.Period.Name, StringComparer.Ordinal)
            .ThenBy(entry => entry.Type, StringComparer.Ordinal)
            .First();
        return new ScheduleResult("running", type, period.Name);
    }

    private static (PeriodModel Period, string? Type)? Period(ScheduleItem item, string reference)
    {
        var parts = reference.Split('@');
        var isReadable = parts.Length == 1 || (parts.Length == 2 && parts[1].Length > 0);
        return isReadable && item.Periods.FirstOrDefault(period => period.Name == parts[0]) is { } named && PeriodModel.From(named) is { } model
            ? (model, parts.ElementAtOrDefault(1))
            : null;
    }

    private sealed record Holder(ScheduleModel? Model);
}

using System.Globalization;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Overrides;

/// <summary>A wish of a person that wins over schedules for a while: "keep it running until 22:00".</summary>
public sealed record TimedOverride
{
    /// <summary>Name of its item; of a tag the tag's key.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about.</summary>
    public required OverrideScope Scope { get; init; }

    /// <summary>The id of the instance, the name of the schedule or the account, compared letter by letter.</summary>
    public required string Subject { get; init; }

    /// <summary>Service to which it is narrowed; null: all.</summary>
    public string? Service { get; init; }

    /// <summary>Account to which it is narrowed; null: all.</summary>
    public string? Account { get; init; }

    /// <summary>Region to which it is narrowed; null: all.</summary>
    public string? Region { get; init; }

    /// <summary>What is wanted while it holds.</summary>
    public required OverrideStatus State { get; init; }

    /// <summary>First instant at which it holds, included; null: it holds at once.</summary>
    public Instant? Begin { get; init; }

    /// <summary>Instant from which on it no longer holds.</summary>
    public required Instant End { get; init; }

    /// <summary>Why, for people; null: nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>Who made it, for people; null: nobody said.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Whether it holds: from its begin, included, to its end, excluded.</summary>
    public bool HoldsAt(Instant instant) => (Begin is null || Begin <= instant) && instant < End;

    /// <summary>Whether it is about an instance.</summary>
    public bool IsAbout(OverrideSubject instance) =>
        Subject == Scope switch
        {
            OverrideScope.Account => instance.Account,
            OverrideScope.Schedule => instance.Schedule,
            _ => instance.Instance,
        }
        && (Service is null || Service == instance.Service)
        && (Account is null || Account == instance.Account)
        && (Region is null || Region == instance.Region);

    /// <summary>Half a sentence for logs, notices and reports: <c>override "night" until 2026-11-25 22:00 by wang: release night</c>.</summary>
    /// <param name="zone">Zone of the clock that people look at.</param>
    public string Explain(DateTimeZone zone) =>
        $"{(Scope == OverrideScope.Tag ? "tag" : "override")} \"{Name}\" until {End.InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)}"
        + $"{(CreatedBy is null ? "" : $" by {CreatedBy}")}{(Reason is null ? "" : $": {Reason}")}";

    /// <summary>Whether it wins over another that holds too: the stronger scope does, then the later begin, then the name that sorts first.</summary>
    internal bool Beats(TimedOverride other)
    {
        if (Scope != other.Scope)
            return Scope > other.Scope;
        var order = Nullable.Compare(Begin, other.Begin);
        return order == 0 ? string.CompareOrdinal(Name, other.Name) < 0 : order > 0;
    }
}

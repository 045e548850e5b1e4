using InstanceScheduler.Core.Overrides;
using InstanceScheduler.Core.Schedules;
using NodaTime;

namespace InstanceScheduler.Core.Configuration;

/// <summary>Turns an <c>override</c> item into a <see cref="TimedOverride"/>.</summary>
internal static class OverrideReader
{
    private const int AccountDigits = 12;

    public static TimedOverride Read(ConfigItem item)
    {
        var attributes = new AttributeReader(item);
        var (scope, subject) = ScopeOf(attributes);
        var account = Account(attributes);
        var (begin, end) = (Moment(attributes, ConfigAttributes.Begin), Moment(attributes, ConfigAttributes.End));
        if (end is null)
            throw new ConfigurationException(ConfigAttributes.End, "it has none, and an override must end; write it as 2026-11-25T22:00+08:00");
        if (begin >= end)
            throw new ConfigurationException(ConfigAttributes.Begin, $"\"{attributes.Text(ConfigAttributes.Begin)}\" is not before end \"{attributes.Text(ConfigAttributes.End)}\"");
        return new TimedOverride
        {
            Name = item.Name,
            Scope = scope,
            Subject = subject,
            Service = Service(attributes),
            Account = account,
            Region = attributes.Text(ConfigAttributes.Region),
            State = State(attributes),
            Begin = begin,
            End = end.Value,
            Reason = attributes.Text(ConfigAttributes.Reason),
            CreatedBy = attributes.Text(ConfigAttributes.CreatedBy),
        };
    }

    private static (OverrideScope Scope, string Subject) ScopeOf(AttributeReader attributes) =>
        (attributes.Text(ConfigAttributes.Instance), attributes.Text(ConfigAttributes.Schedule), attributes.Text(ConfigAttributes.Account)) switch
        {
            ({ } instance, { } schedule, _) => throw new ConfigurationException(
                ConfigAttributes.Instance, $"\"{instance}\" stands beside {ConfigAttributes.Schedule} \"{schedule}\"; name one of them"),
            ({ } instance, _, _) => (OverrideScope.Instance, instance),
            (_, { } schedule, _) => (OverrideScope.Schedule, schedule),
            (_, _, { } account) => (OverrideScope.Account, account),
            _ => throw new ConfigurationException(ConfigAttributes.Instance, $"it is about nothing; name an {ConfigAttributes.Instance}, a {ConfigAttributes.Schedule} or an {ConfigAttributes.Account}"),
        };

    private static string? Account(AttributeReader attributes) => attributes.Text(ConfigAttributes.Account) switch
    {
        null => null,
        { Length: AccountDigits } account when account.All(char.IsAsciiDigit) => account,
        var other => throw new ConfigurationException(ConfigAttributes.Account, $"\"{other}\" is not an account; write its {AccountDigits} digits as a text"),
    };

    private static string? Service(AttributeReader attributes) => attributes.Text(ConfigAttributes.Service) switch
    {
        null => null,
        var service when ServiceNames.All.Contains(service, StringComparer.Ordinal) => service,
        var other => throw new ConfigurationException(
            ConfigAttributes.Service, $"{ServiceNames.Unknown(other)}{Suggestion.For(other, ServiceNames.All)}; use {ServiceNames.Listed}"),
    };

    private static OverrideStatus State(AttributeReader attributes) => attributes.Text(ConfigAttributes.State) switch
    {
        null => throw new ConfigurationException(ConfigAttributes.State, "it has none; use running or stopped"),
        var text => OverrideTag.StateOf(text) ?? throw new ConfigurationException(
            ConfigAttributes.State, $"\"{text}\" is unknown{Suggestion.For(text, ["running", "stopped"])}; use running or stopped"),
    };

    // Without an offset it would be another moment in every zone, and an override knows none.
    private static Instant? Moment(AttributeReader attributes, string name) => attributes.Text(name) is not { } text ? null
        : WrittenMoment.TryParse(text) is { HasOffset: true } moment ? moment.ToBegin(DateTimeZone.Utc)
        : throw new ConfigurationException(name, $"\"{text}\" is not a moment with an offset; write it as 2026-11-25T22:00+08:00 or 2026-11-25T14:00Z");
}

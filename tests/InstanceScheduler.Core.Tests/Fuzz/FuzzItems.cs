using System.Collections.Immutable;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Tests.Fuzz;

/// <summary>Items of the configuration table with anything in any attribute: good values, near misses, rubbish, every type.</summary>
/// <param name="random">Where chance comes from.</param>
internal sealed class FuzzItems(Random random)
{
    private static readonly string[] Types = [ConfigTypes.Config, ConfigTypes.Period, ConfigTypes.Period, ConfigTypes.Schedule, ConfigTypes.Schedule, ConfigTypes.Calendar, ConfigTypes.Override, "note", ""];

    private static readonly string[] Names =
        ["scheduler", "office", "night", "weekend", "s", "", " ", "a@b", "cn", "none", "办公时间", "i-0123", "x\ny", "\"", new string('n', 300)];

    private static readonly string[] Texts =
    [
        "", " ", "09:00", "9:5", "24:00", "25:00", "18:00", "00:00", "23:59", "|9:00", "٠٩:٠٠", "12:30\n", "mon-fri", "mon#1", "friL", "mon/2", "mon#1/2",
        "fri-mon", "L", "$", "^", "*", "?", ",", "-", "/", "#", "mon-", "monkey", "1-31", "31W", "15W", "0", "32", "1/5", "31/99", "L-30", "jan", "nov-feb", "jan/3",
        "13", "feb", "31", "running", "stopped", "Running", "true", "False", "1", "maybe", "UTC", "PRC", "Asia/Shanghai", "Asia/Shangai", "UTC+08:00", "Nowhere",
        "office", "office@m5.large", "office@", "@", "@@", "night@a@b", "office,night", "office, weekend ", "nope", "ec2", "rds", "cn-north-1", "{param:x}", "a=1,b=2",
        "=x", "aws:foo=1", "arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/x/y", "\0", "\ud800", "😀", "-1", "1e400", "NaN",
        "workday", "HOLIDAY", "weekend", "workday-fri", "holidayL", "workday#1", "2026-02-15/2026-02-23", "2026-02-30", "2026-12-31/2026-01-01", "2026-10-01", "1970-01-01/2199-12-31",
        "9999-12-31", "2026", "2026-2028", "2199/3", "1969", "cn", "none", "s",
        "2026-11-25T22:00+08:00", "2026-11-25T14:00Z", "2026-11-25T22:00", "9999-12-31T23:59+18:00", "1970-01-01T00:00-18:00", "4h", "90m", "366d", "2147483647d", "0h", "i-0123456789abcdef0", "123456789012",
    ];

    public ImmutableArray<ConfigItem> Table(int count) => [.. Enumerable.Range(0, count).Select(_ => Item())];

    public ConfigItem Item()
    {
        var type = One(Types);
        string[] known = [.. KnownAttributes.Of(type).Order(StringComparer.Ordinal)];
        var attributes = ImmutableDictionary.CreateBuilder<string, ConfigValue>(StringComparer.Ordinal);
        for (var i = random.Next(8); i > 0; i--)
            attributes[known.Length > 0 && random.Next(8) > 0 ? One(known) : Text()] = Value();
        return new ConfigItem(type, One(Names), attributes.ToImmutable());
    }

    public ConfigValue Value() => random.Next(10) switch
    {
        0 => new ConfigValue.Flag(random.Next(2) == 0),
        1 => new ConfigValue.Foreign("a map"),
        2 or 3 or 4 => new ConfigValue.Many([.. Enumerable.Range(0, random.Next(4)).Select(_ => Text())]),
        _ => new ConfigValue.Text(Text()),
    };

    public string Text() => random.Next(12) switch
    {
        0 => new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(0x20, 0x7f))]),
        1 => new string([.. Enumerable.Range(0, random.Next(6)).Select(_ => (char)random.Next(1, 0xffff))]),
        2 => One(Texts) + One(Texts),
        _ => One(Texts),
    };

    public T One<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}

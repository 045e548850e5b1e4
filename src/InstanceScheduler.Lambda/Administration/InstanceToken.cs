using InstanceScheduler.Aws;
using InstanceScheduler.Aws.Health;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>Where a list of instances goes on: in a target, behind an id. As text <c>ec2:123456789012:cn-north-1/i-0abc…</c>.</summary>
/// <param name="Target">Key of the target.</param>
/// <param name="After">Id that was answered last; empty: none of this target was.</param>
internal readonly record struct InstanceToken(string Target, string After)
{
    private const char Separator = '/';

    public static InstanceToken Of(Target target, string after) => new(HealthSource.Of(target).Key, after);

    /// <summary>Null where there is none: the list begins.</summary>
    public static InstanceToken? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? new InstanceToken(text, "") : new InstanceToken(text[..at], text[(at + 1)..]);
    }

    public override string ToString() => $"{Target}{Separator}{After}";
}

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>One running interval of a usage report; a period's second one of a date is called <c>name#2</c>.</summary>
public sealed record UsageLine(string Period, string Begin, string End, long Hours, long Seconds)
{
    /// <summary>Gives each further interval of a period a name of its own.</summary>
    public static IEnumerable<UsageLine> Numbered(IEnumerable<UsageLine> lines) => lines
        .GroupBy(line => line.Period, StringComparer.Ordinal)
        .SelectMany(group => group.Select((line, before) => before == 0 ? line : line with { Period = $"{line.Period}#{before + 1}" }));

    public override string ToString() => $"{Period} {Begin} to {End} {Hours} h {Seconds} s";
}

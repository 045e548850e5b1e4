namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>A figure that must not be larger than it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Seen">The figure.</param>
internal sealed record PassMark(PassMarkKind Kind, double Seen)
{
    public double Limit => Kind.Limit;

    public bool IsMet => Seen <= Kind.Limit;
}

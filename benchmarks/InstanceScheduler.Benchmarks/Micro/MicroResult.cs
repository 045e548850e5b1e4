namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>What one operation takes.</summary>
/// <param name="Name">What it is: <c>Expression.Weekdays</c>.</param>
/// <param name="Nanoseconds">The median.</param>
/// <param name="Bytes">What it allocates.</param>
internal sealed record MicroResult(string Name, double Nanoseconds, long Bytes);

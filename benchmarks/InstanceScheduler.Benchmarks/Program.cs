namespace InstanceScheduler.Benchmarks;

internal static class Program
{
    private static void Main()
    {
    }
}

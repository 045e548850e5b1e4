namespace InstanceScheduler.Simulator;

internal static class Program
{
    private static void Main()
    {
    }
}

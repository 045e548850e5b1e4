namespace InstanceScheduler.Lambda;

internal static class Bootstrap
{
    private static void Main()
    {
    }
}

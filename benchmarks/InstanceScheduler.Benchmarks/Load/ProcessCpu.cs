using System.Globalization;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>CPU time that a process has used, to the microsecond (Linux).</summary>
internal static class ProcessCpu
{
    /// <summary>What to say where this system does not tell it.</summary>
    public const string WhyUnknown = "This system does not tell how much CPU a thread has used (/proc/self/schedstat): measure on Linux.";

    /// <summary>Whether this system tells it.</summary>
    public static bool IsKnown => File.Exists("/proc/self/schedstat");

    /// <summary>All threads that live; those of a runtime that idles seldom end.</summary>
    public static TimeSpan Of(int process)
    {
        long nanoseconds = 0;
        foreach (var task in Directory.EnumerateDirectories($"/proc/{process}/task"))
        {
            try
            {
                nanoseconds += Read(Path.Combine(task, "schedstat"));
            }
            catch (IOException)
            {
                // The thread has ended meanwhile.
            }
        }

        return TimeSpan.FromMicroseconds(nanoseconds / 1000.0);
    }

    /// <summary>The thread that asks.</summary>
    public static TimeSpan OfThread() => TimeSpan.FromMicroseconds(Read("/proc/thread-self/schedstat") / 1000.0);

    /// <summary>The most memory that it ever held; 0 where the system does not tell.</summary>
    public static double PeakMegabytes(int process)
    {
        var status = $"/proc/{process}/status";
        if (!File.Exists(status))
            return 0;
        var line = File.ReadLines(status).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    private static long Read(string path) => long.Parse(File.ReadAllText(path).Split(' ')[0], CultureInfo.InvariantCulture);
}

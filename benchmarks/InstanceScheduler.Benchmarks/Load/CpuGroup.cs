using System.Diagnostics;
using System.Globalization;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>A control group of Linux whose processes together get the share of a core that a Lambda function of some size has.</summary>
/// <remarks>As Lambda does it: a quota per period of 20 ms. A function of 1,769 MB has one core.</remarks>
internal sealed class CpuGroup : IDisposable
{
    private const double MegabytesPerCore = 1769;
    private const int Period = 20_000;

    // Where the controller of version 1 is found, and version 2 has everything.
    private static readonly string[] Roots = ["/sys/fs/cgroup/cpu", "/sys/fs/cgroup/cpu,cpuacct", "/sys/fs/cgroup"];

    private readonly string _folder;

    private CpuGroup(string folder) => _folder = folder;

    /// <summary>Cores that a function has.</summary>
    public static double CoresOf(int megabytes) => megabytes / MegabytesPerCore;

    /// <summary>Makes a group; null where this user may not, or the system has none.</summary>
    /// <param name="megabytes">Size of the function.</param>
    public static CpuGroup? TryCreate(int megabytes)
    {
        foreach (var root in Roots.Where(Directory.Exists))
        {
            var folder = Path.Combine(root, $"scheduler-benchmark-{Environment.ProcessId}-{megabytes}");
            try
            {
                Directory.CreateDirectory(folder);
                if (TryLimit(folder, (int)(Period * CoresOf(megabytes))))
                    return new CpuGroup(folder);
                Directory.Delete(folder);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // Not here; perhaps at the next place.
            }
        }

        return null;
    }

    /// <summary>Has a process begin its life in the group.</summary>
    public void Contain(ProcessStartInfo start)
    {
        var function = start.FileName;
        start.FileName = "/bin/sh";
        // The shell joins and becomes the function, which keeps its id.
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("echo $$ > \"$0\" && exec \"$1\"");
        start.ArgumentList.Add(Path.Combine(_folder, "cgroup.procs"));
        start.ArgumentList.Add(function);
    }

    /// <summary>Its processes must have ended.</summary>
    public void Dispose() => Directory.Delete(_folder);

    private static bool TryLimit(string folder, int quota)
    {
        if (File.Exists(Path.Combine(folder, "cpu.cfs_quota_us")))
        {
            Write("cpu.cfs_period_us", Period.ToString(CultureInfo.InvariantCulture));
            Write("cpu.cfs_quota_us", quota.ToString(CultureInfo.InvariantCulture));
            return true;
        }

        if (!File.Exists(Path.Combine(folder, "cpu.max")))
            return false;
        Write("cpu.max", $"{quota} {Period}");
        return true;

        void Write(string name, string value) => File.WriteAllText(Path.Combine(folder, name), value);
    }
}

using System.Runtime.InteropServices;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>What figures were measured on.</summary>
/// <param name="Cores">How many.</param>
/// <param name="Cpu">Its model.</param>
/// <param name="System">The operating system.</param>
/// <param name="DotNet">The runtime of the micro-benchmarks and of the local AWS.</param>
internal sealed record Machine(int Cores, string Cpu, string System, string DotNet)
{
    private const string CpuInfo = "/proc/cpuinfo";

    public static Machine This => new(Environment.ProcessorCount, CpuModel, RuntimeInformation.OSDescription.Split(' ')[0] + " " + RuntimeInformation.ProcessArchitecture, RuntimeInformation.FrameworkDescription);

    private static string CpuModel => File.Exists(CpuInfo)
        && File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line.Split(':', 2)[1].Trim()
            : "unknown";
}

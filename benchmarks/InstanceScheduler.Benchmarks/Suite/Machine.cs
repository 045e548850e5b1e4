using System.Globalization;
using System.Runtime.InteropServices;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>What figures were measured on.</summary>
/// <param name="Cores">How many.</param>
/// <param name="Cpu">Its model.</param>
/// <param name="System">The operating system.</param>
/// <param name="DotNet">The runtime of the micro-benchmarks and of the local AWS.</param>
/// <param name="Load">Processes that wanted to run in the minute before, as an average: the figures of a machine that is busy are too large. Null: unknown.</param>
internal sealed record Machine(int Cores, string Cpu, string System, string DotNet, double? Load)
{
    private const string CpuInfo = "/proc/cpuinfo";
    private const string LoadInfo = "/proc/loadavg";

    /// <summary>This one, now.</summary>
    public static Machine This => new(
        Environment.ProcessorCount, CpuModel, $"{RuntimeInformation.OSDescription.Split(' ')[0]} {RuntimeInformation.ProcessArchitecture}",
        RuntimeInformation.FrameworkDescription, LoadNow);

    private static string CpuModel => File.Exists(CpuInfo)
        && File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line.Split(':', 2)[1].Trim()
            : "unknown";

    private static double? LoadNow =>
        File.Exists(LoadInfo) ? double.Parse(File.ReadAllText(LoadInfo).Split(' ')[0], CultureInfo.InvariantCulture) : null;
}

using System.Diagnostics;

namespace InstanceScheduler.Simulator.Tests.Play;

/// <summary>What <c>serve</c> does as a process of its own.</summary>
public sealed class ServeProcessTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);

    // Not that of Ctrl-C: whoever runs the tests may have it ignored, and then the process ignores it too.
    [SkippableFact]
    public async Task A_termination_ends_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signals.");
        var start = new ProcessStartInfo("dotnet", [typeof(SimulatorCommand).Assembly.Location, "serve", "--port", "0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var served = Process.Start(start)!;
        Assert.Contains("listens", await served.StandardOutput.ReadLineAsync().WaitAsync(LongEnough), StringComparison.Ordinal);

        using var kill = Process.Start("kill", ["-TERM", $"{served.Id}"]);
        await served.WaitForExitAsync().WaitAsync(LongEnough);

        Assert.Equal(128 + 15, served.ExitCode);
    }
}

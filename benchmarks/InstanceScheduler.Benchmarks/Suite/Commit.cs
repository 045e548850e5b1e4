using System.Diagnostics;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>Which sources are measured, as Git tells it.</summary>
internal static class Commit
{
    /// <summary>A short id, with <c>+</c> where files differ from it; <c>unknown</c> without Git.</summary>
    public static async Task<string> CurrentAsync(CancellationToken stop)
    {
        try
        {
            var id = await GitAsync(stop, "rev-parse", "--short=10", "HEAD");
            return id.Length == 0 ? "unknown" : await GitAsync(stop, "status", "--porcelain", "--", "src") is "" ? id : id + "+";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }

    private static async Task<string> GitAsync(CancellationToken stop, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await git.StandardOutput.ReadToEndAsync(stop);
        await git.WaitForExitAsync(stop);
        return git.ExitCode == 0 ? output.Trim() : "";
    }
}

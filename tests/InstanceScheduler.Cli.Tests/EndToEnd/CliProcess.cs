using System.Diagnostics;

namespace InstanceScheduler.Cli.Tests.EndToEnd;

/// <summary>The program as a process of its own: the published binary where one is named, else the one built with these tests.</summary>
internal sealed class CliProcess(IReadOnlyDictionary<string, string> variables)
{
    /// <summary>Names a published (native) scheduler-cli.</summary>
    private const string Variable = "PUBLISHED_CLI";

    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    public static string? Published => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? Path.GetFullPath(path) : null;

    public Task<CliResult> RunAsync(params IEnumerable<string> arguments) => RunAsync(Start(), arguments);

    /// <summary>Runs any program with the variables, for instance a shell that runs ours.</summary>
    public async Task<CliResult> RunAsync(ProcessStartInfo start, params IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, true, false);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(LongEnough);
        return new CliResult(process.ExitCode, await output, await errors);
    }

    public static ProcessStartInfo Start()
    {
        if (Published is { } published)
            return new ProcessStartInfo(published);
        var start = new ProcessStartInfo("dotnet");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "scheduler-cli.dll"));
        return start;
    }
}

using System.Diagnostics;
using System.Text;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Hosting;

namespace InstanceScheduler.Simulator.Play;

/// <summary>An execution environment that is a process of its own: a published binary, reached over loopback only.</summary>
internal sealed class PublishedFunction : IFunctionHost
{
    private readonly LocalAwsServer _server;
    private readonly Task _reading;

    private PublishedFunction(Process process, LocalAwsServer server, Stream log)
    {
        (Process, _server) = (process, server);
        _reading = ReadAsync(log);
        Failure = WatchAsync();
    }

    public Process Process { get; }

    /// <summary>Time stamp of the real clock just before the process was made.</summary>
    public long Started { get; private init; }

    public Task Failure { get; }

    /// <param name="stage">Where the function lives.</param>
    /// <param name="path">A published bootstrap.</param>
    /// <param name="log">Where its log goes.</param>
    /// <param name="stop">Gives up starting.</param>
    /// <param name="memory">Size of the function in MB, as Lambda tells it the process; null: untold.</param>
    /// <param name="contain">Changes how the process is started, as its limits need it; null: nothing limits it.</param>
    /// <exception cref="InvalidOperationException">The file cannot be started.</exception>
    public static async Task<PublishedFunction> StartAsync(
        Stage stage, string path, Stream log, CancellationToken stop, string? memory = null, Action<ProcessStartInfo>? contain = null)
    {
        var server = await stage.Aws.ListenAsync(stop, Stage.FunctionName);
        stage.Aws.Responses.Server = server.Url;
        var start = new ProcessStartInfo(Path.GetFullPath(path)) { RedirectStandardOutput = true, UseShellExecute = false };
        var region = stage.Aws.Options.HubRegion;
        foreach (var (name, value) in new[]
        {
            ("AWS_LAMBDA_RUNTIME_API", server.RuntimeApi),
            ("AWS_LAMBDA_FUNCTION_NAME", Stage.FunctionName),
            ("AWS_REGION", region),
            ("AWS_ACCESS_KEY_ID", AccountKeys.FunctionKey),
            ("AWS_SECRET_ACCESS_KEY", "secret"),
            ("AWS_ENDPOINT_URL", server.Url.ToString()),
            ("AWS_EC2_METADATA_DISABLED", "true"),
        })
            start.Environment[name] = value;
        if (memory is not null)
            start.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = memory;
        start.Environment.Remove("AWS_SESSION_TOKEN");
        start.Environment.Remove("SETTINGS_PREFIX");
        contain?.Invoke(start);
        try
        {
            var started = Stopwatch.GetTimestamp();
            var process = Process.Start(start) ?? throw new InvalidOperationException("no process was started");
            return new PublishedFunction(process, server, log) { Started = started };
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"the function \"{path}\" cannot be started: {failure.Message}; give the path of a published bootstrap", failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
        await _reading;
        await Failure.ContinueWith(_ => { }, TaskScheduler.Default);
        Process.Dispose();
        await _server.DisposeAsync();
    }

    private async Task WatchAsync()
    {
        await Process.WaitForExitAsync();
        throw new InvalidOperationException($"the function ended with exit code {Process.ExitCode}; its own message stands above");
    }

    private async Task ReadAsync(Stream log)
    {
        while (await Process.StandardOutput.ReadLineAsync() is { } line)
            log.Write(Encoding.UTF8.GetBytes(line));
    }
}

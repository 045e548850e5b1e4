using System.Diagnostics;
using System.Text.RegularExpressions;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Simulator.LocalAws.Hosting;

namespace InstanceScheduler.Aws.Tests.Services.Contract;

/// <summary>moto, an AWS in small that others wrote, on loopback for as long as tests need it; nothing where it is not installed.</summary>
public sealed partial class MotoServer : IAsyncLifetime, IDisposable
{
    public const string NotInstalled =
        "No 'moto_server' on PATH: nobody else's AWS judges what the services send and read. Install moto[server] to have them checked.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "moto_server")).FirstOrDefault(File.Exists);

    private readonly HttpMessageHandler _direct = new SocketsHttpHandler { UseProxy = false };
    private readonly TaskCompletionSource<string> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    public static bool IsInstalled => Program is not null;

    /// <summary>Where it listens; blank where it is not installed.</summary>
    public string Url { get; private set; } = "";

    internal AwsClients Clients(string region) => new(region, LocalClientConfig.HubCredentials, new InProcessHttpClientFactory(_direct), Url);

    public async Task InitializeAsync()
    {
        if (Program is null)
            return;
        var start = new ProcessStartInfo(Program, ["-H", "127.0.0.1", "-p", "0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONUNBUFFERED"] = "1";
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        // Read to the end: a full pipe would stop the server.
        _process.OutputDataReceived += Read;
        _process.ErrorDataReceived += Read;
        _process.Exited += (_, _) =>
            _url.TrySetException(new InvalidOperationException("moto_server ended before it listened; run it by hand to see why."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Url = await _url.Task.WaitAsync(Patience);
    }

    public async Task DisposeAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        _process?.Dispose();
        _direct.Dispose();
    }

    /// <summary>A call that the scheduler never makes, and its clients may not know.</summary>
    internal async Task CallAsync(string service, string region, string version, string action, params (string Key, string Value)[] parameters)
    {
        using var client = new HttpClient(_direct, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, Url)
        {
            Content = new FormUrlEncodedContent(
                [new("Action", action), new("Version", version), .. parameters.Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value))]),
        };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDHUB/20261123/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A call of the JSON protocol that the scheduler never makes, and its answer.</summary>
    internal async Task<string> CallJsonAsync(string service, string region, string target, string body)
    {
        using var client = Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(body) };
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDHUB/20261123/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    internal HttpClient Http() => new(_direct, disposeHandler: false);

    private void Read(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null && Running().Match(line.Data) is { Success: true } match)
            _url.TrySetResult(match.Groups["url"].Value);
    }

    [GeneratedRegex("Running on (?<url>http://[0-9.:]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Running();
}

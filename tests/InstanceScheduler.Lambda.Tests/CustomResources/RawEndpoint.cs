using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InstanceScheduler.Lambda.Tests.CustomResources;

/// <summary>A socket that keeps every byte of a request, and answers as it is told.</summary>
internal sealed class RawEndpoint : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Queue<string?> _answers;
    private readonly Task _serving;

    /// <param name="answers">Status lines, in turn; null breaks the connection.</param>
    public RawEndpoint(params string?[] answers)
    {
        _answers = new Queue<string?>(answers);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Authority => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (_answers.TryDequeue(out var answer))
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            Requests.Add(await ReadAsync(stream));
            if (answer is null)
                client.LingerState = new LingerOption(enable: true, seconds: 0);
            else
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }
    }

    // A request that is not finished as it should be never ends here, and the test says so by its own time-out.
    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[8192];
        while (true)
        {
            var text = Encoding.UTF8.GetString([.. bytes]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && bytes.Count >= Encoding.UTF8.GetByteCount(text[..(end + 4)]) + LengthIn(text[..end]))
                return text;
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
                return text;
            bytes.AddRange(buffer[..read]);
        }
    }

    private static int LengthIn(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal))
        .Select(line => int.Parse(line.Split(' ')[1]))
        .SingleOrDefault();
}

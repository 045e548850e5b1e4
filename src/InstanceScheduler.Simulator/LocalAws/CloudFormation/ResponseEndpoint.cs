using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>Where custom resources put their answers: presigned addresses as S3's, and a record of everything that came.</summary>
internal sealed class ResponseEndpoint(LocalAwsOptions options, TimeProvider time)
{
    // With what every path begins: an ARN with its colons escaped, or spoilt on the way.
    private static readonly string[] PathStarts = ["/arn%3A", "/arn:"];
    private const int ExpirySeconds = 7200;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _addresses = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ScriptedAnswer> _script = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<ReceivedAnswer>> _awaited = new(StringComparer.Ordinal);
    private ImmutableList<ReceivedAnswer> _received = [];

    /// <summary>Where functions reach the endpoint that are given no other address; null: in process, by S3's own name.</summary>
    public Uri? Server { get; set; }

    /// <summary>In the order in which they came; those that were refused or got no answer are there too.</summary>
    public IReadOnlyList<ReceivedAnswer> Received => _received;

    /// <summary>What the next requests get, one each; afterwards each is served as S3 would.</summary>
    public void Script(params ScriptedAnswer[] answers)
    {
        foreach (var answer in answers)
        {
            _script.Enqueue(answer);
        }
    }

    /// <summary>An address for one answer.</summary>
    /// <param name="stackId">The stack's ARN.</param>
    /// <param name="logicalId">The resource.</param>
    /// <param name="requestId">The request that is to be answered.</param>
    /// <param name="server">Where the endpoint listens; null for callers in process, who see S3's own name.</param>
    public string AddressFor(string stackId, string logicalId, string requestId, Uri? server = null)
    {
        var now = time.GetUtcNow();
        var path = "/" + stackId.Replace(":", "%3A", StringComparison.Ordinal) + $"%7C{logicalId}%7C{requestId}";
        var date = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var query = $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date={date}&X-Amz-SignedHeaders=host&X-Amz-Expires={ExpirySeconds}" +
            $"&X-Amz-Credential=AKIDS3%2F{date[..8]}%2F{options.HubRegion}%2Fs3%2Faws4_request";
        var signature = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path + query)));
        var target = $"{path}?{query}&X-Amz-Signature={signature}";
        _addresses[target] = now.AddSeconds(ExpirySeconds);
        return ((server ?? Server)?.GetLeftPart(UriPartial.Authority) ?? Bucket) + target;
    }

    /// <summary>Completes when the first answer was taken at the address.</summary>
    public Task<ReceivedAnswer> AnswerAsync(string address) => Awaited(new Uri(address).PathAndQuery).Task;

    internal static bool Serves(WireRequest request) =>
        Array.Exists(PathStarts, start => request.Path.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    internal async ValueTask<WireResponse> HandleAsync(WireRequest request, CancellationToken stop)
    {
        var target = request.Query.Length == 0 ? request.Path : $"{request.Path}?{request.Query}";
        var answer = _script.TryDequeue(out var scripted) ? scripted : ScriptedAnswer.Of(StatusOf(request, target));
        var received = new ReceivedAnswer(request.Method, target, [.. request.Headers()], request.Body.ToArray(), time.GetUtcNow(), answer.Status);
        ImmutableInterlocked.Update(ref _received, (all, one) => all.Add(one), received);
        if (answer.Status == 200)
        {
            Awaited(target).TrySetResult(received);
        }

        if (answer.Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }

        return answer.Status is { } status
            ? new WireResponse(status, "application/xml", default)
            : throw new AnswerLostException($"{request.Method} of an answer");
    }

    private TaskCompletionSource<ReceivedAnswer> Awaited(string target) =>
        _awaited.GetOrAdd(target, _ => new TaskCompletionSource<ReceivedAnswer>(TaskCreationOptions.RunContinuationsAsynchronously));

    private string Bucket
    {
        get
        {
            var region = options.HubRegion;
            var suffix = Arn.Partition(region) == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
            var compact = region.Replace("-", "", StringComparison.Ordinal);
            return $"https://cloudformation-custom-resource-response-{compact}.s3.{region}.{suffix}";
        }
    }

    // The signature covers method and address, and in S3's older form the type; a body without a length is refused.
    private int StatusOf(WireRequest request, string target)
    {
        if (request.Header("Content-Length") is null || request.Header("Transfer-Encoding") is not null)
        {
            return 411;
        }

        var isSigned = request.Method == "PUT" && string.IsNullOrEmpty(request.Header("Content-Type"));
        return isSigned && _addresses.TryGetValue(target, out var until) && time.GetUtcNow() < until ? 200 : 403;
    }
}

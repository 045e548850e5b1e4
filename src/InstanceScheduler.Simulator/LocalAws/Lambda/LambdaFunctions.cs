using System.Collections.Concurrent;
using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Lambda;

/// <summary>The functions of the hub account and region, and their invocations.</summary>
/// <remarks>The code runs elsewhere: environments poll the runtime API.</remarks>
internal sealed class LambdaFunctions(LocalAwsOptions options)
{
    /// <summary>AWS takes more in some regions and versions; who stays within this stays within all.</summary>
    public const int LargestEvent = 256 * 1024;

    public const int LargestRequest = 6 * 1024 * 1024;

    private const int Attempts = 3;

    private readonly ConcurrentDictionary<string, LambdaFunction> _functions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LambdaInvocation> _running = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Queue<LambdaOutcome> _outcomes = new();
    private TaskCompletionSource? _idle;
    private long _unfinished;
    private long _sequence;

    /// <summary>Called with the payload of every invocation that an environment takes.</summary>
    public Action<ReadOnlyMemory<byte>>? Began { get; set; }

    /// <summary>Called for every invocation that ends, on the thread that reported its end.</summary>
    public Action<LambdaOutcome>? Completed { get; set; }

    /// <summary>Called with what an environment reports when it fails before its first invocation.</summary>
    public Action<string, LambdaError>? InitFailed { get; set; }

    /// <summary>Called when an environment asks for its next invocation: it is ready.</summary>
    public Action? Polled { get; set; }

    /// <summary>Called with every function from its registration on.</summary>
    public Action<LambdaFunction>? Registered { get; set; }

    public IEnumerable<LambdaFunction> All => _functions.Values;

    /// <summary>How the latest asynchronous invocations ended.</summary>
    public ImmutableArray<LambdaOutcome> Outcomes
    {
        get
        {
            lock (_gate)
            {
                return [.. _outcomes];
            }
        }
    }

    public LambdaFunction Register(string name, TimeSpan timeout) =>
        TryRegister(name, timeout, out var function)
            ? function
            : throw new InvalidOperationException($"The function '{name}' is registered already; register each name once.");

    /// <summary>False where the name is taken.</summary>
    public bool TryRegister(string name, TimeSpan timeout, out LambdaFunction function)
    {
        function = new LambdaFunction(name, Arn.Of("lambda", options.HubRegion, options.HubAccount, "function:" + name), timeout);
        if (!_functions.TryAdd(name, function))
        {
            return false;
        }

        Registered?.Invoke(function);
        return true;
    }

    public bool Has(string name) => _functions.ContainsKey(name);

    /// <summary>Environments that poll for it go on, and get nothing any more.</summary>
    public bool Remove(string name) => _functions.TryRemove(name, out _);

    /// <summary>Invokes as the API does; the task of an asynchronous invocation completes when it is queued.</summary>
    /// <exception cref="AwsException">The function is unknown or the payload is too large.</exception>
    public Task<LambdaResult> InvokeAsync(string name, ReadOnlyMemory<byte> payload, InvocationType type)
    {
        var function = Find(name, options.HubAccount, options.HubRegion);
        EnsureFits(payload, type);
        var requestId = $"00000000-0000-4000-9000-{Interlocked.Increment(ref _sequence):x12}";
        if (type == InvocationType.DryRun)
        {
            return Task.FromResult(new LambdaResult(requestId, 204, default, null));
        }

        // The caller's buffer may be reused before an environment takes the invocation.
        var invocation = new LambdaInvocation(requestId, function, type, payload.ToArray());
        lock (_gate)
        {
            _unfinished++;
        }

        Enqueue(invocation);
        return type == InvocationType.Event ? Task.FromResult(new LambdaResult(requestId, 202, default, null)) : invocation.Done;
    }

    /// <summary>Completes as soon as nothing is queued or running.</summary>
    public Task IdleAsync()
    {
        lock (_gate)
        {
            return _unfinished == 0
                ? Task.CompletedTask
                : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>The environment that ran the invocation is dead. False where the invocation is not running (any more).</summary>
    public bool Abandon(string requestId) =>
        Fail(requestId, Killed(requestId), default);

    internal LambdaFunction Find(string nameOrArn, string account, string region)
    {
        // Accepted: the name, the full ARN, either with a qualifier; the one-function world ignores which version.
        var name = nameOrArn.StartsWith("arn:", StringComparison.Ordinal) && nameOrArn.Split(':') is { Length: >= 7 } parts
            ? parts[6]
            : nameOrArn.Split(':')[0];
        return account == options.HubAccount && region == options.HubRegion && _functions.TryGetValue(name, out var function)
            ? function
            : throw new AwsException(
                "ResourceNotFoundException", $"Function not found: {Arn.Of("lambda", region, account, "function:" + name)}", 404);
    }

    /// <summary>The function that a poller meant by naming none.</summary>
    internal LambdaFunction Only(string? name)
    {
        if (name is not null)
        {
            return _functions.TryGetValue(name, out var named) ? named : throw NotRegistered($"'{name}' is not registered");
        }

        return _functions.Values.Take(2).ToArray() is [var only]
            ? only
            : throw NotRegistered($"{_functions.Count} functions are registered and none was named");
    }

    internal async ValueTask<LambdaInvocation> NextAsync(LambdaFunction function, CancellationToken stop)
    {
        Polled?.Invoke();
        var invocation = await function.Queue.Reader.ReadAsync(stop);
        invocation.Attempts++;
        _running[invocation.RequestId] = invocation;
        Began?.Invoke(invocation.Payload);
        return invocation;
    }

    internal bool Respond(string requestId, ReadOnlyMemory<byte> response)
    {
        if (!_running.TryRemove(requestId, out var invocation))
        {
            return false;
        }

        Finish(invocation, new LambdaResult(requestId, 200, response, null));
        return true;
    }

    internal bool Fail(string requestId, LambdaError error, ReadOnlyMemory<byte> document)
    {
        if (!_running.TryRemove(requestId, out var invocation))
        {
            return false;
        }

        if (options.RetryAsyncInvocations && invocation.Type == InvocationType.Event && invocation.Attempts < Attempts)
        {
            Enqueue(invocation);
            return true;
        }

        var body = document.IsEmpty ? JsonErrors.FunctionError(error.Type, error.Message) : document;
        Finish(invocation, new LambdaResult(requestId, 200, body, error));
        return true;
    }

    private static LambdaError Killed(string requestId) =>
        new("Runtime.ExitError", $"RequestId: {requestId} Error: Runtime exited with error: signal: killed");

    private static void Enqueue(LambdaInvocation invocation) => invocation.Function.Queue.Writer.TryWrite(invocation);

    private void Finish(LambdaInvocation invocation, LambdaResult result)
    {
        var outcome = new LambdaOutcome(invocation.Function.Name, invocation.Type, invocation.Payload, result, invocation.Attempts);
        Completed?.Invoke(outcome);
        TaskCompletionSource? idle = null;
        lock (_gate)
        {
            if (invocation.Type == InvocationType.Event)
            {
                _outcomes.Enqueue(outcome);
                if (_outcomes.Count > options.InvocationsKept)
                {
                    _outcomes.Dequeue();
                }
            }

            if (--_unfinished == 0)
            {
                (idle, _idle) = (_idle, null);
            }
        }

        invocation.Finish(result);
        idle?.SetResult();
    }

    private static void EnsureFits(ReadOnlyMemory<byte> payload, InvocationType type)
    {
        var largest = type == InvocationType.Event ? LargestEvent : LargestRequest;
        if (payload.Length > largest)
        {
            throw new AwsException(
                "RequestEntityTooLargeException",
                $"{payload.Length} byte payload is too large for the {type} invocation type (limit {largest} bytes)",
                413);
        }
    }

    private static InvalidOperationException NotRegistered(string what) =>
        new($"The runtime API does not know which function to serve: {what}; register it and name it when making the handler or server.");
}

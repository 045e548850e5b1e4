namespace InstanceScheduler.Simulator.LocalAws.Lambda;

/// <summary>An invocation that is queued or running.</summary>
internal sealed class LambdaInvocation(string requestId, LambdaFunction function, InvocationType type, ReadOnlyMemory<byte> payload)
{
    private readonly TaskCompletionSource<LambdaResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId => requestId;

    public LambdaFunction Function => function;

    public InvocationType Type => type;

    public ReadOnlyMemory<byte> Payload => payload;

    public int Attempts { get; set; }

    public Task<LambdaResult> Done => _done.Task;

    public void Finish(LambdaResult result) => _done.TrySetResult(result);
}

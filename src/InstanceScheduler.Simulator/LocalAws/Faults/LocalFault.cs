using InstanceScheduler.Simulator.LocalAws.DynamoDb;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Faults;

/// <summary>What goes wrong with a call.</summary>
internal sealed record LocalFault
{
    private LocalFault(bool acts, FaultEnding ending, AwsException? error = null) => (Acts, Ending, Error) = (acts, ending, error);

    /// <summary>Whether the call takes effect before things go wrong.</summary>
    public bool Acts { get; }

    /// <summary>What the caller learns.</summary>
    public FaultEnding Ending { get; }

    /// <summary>The answer instead of acting; null where none comes.</summary>
    internal AwsException? Error { get; }

    /// <summary>The call takes effect, then the connection breaks: the caller cannot know.</summary>
    public static LocalFault LoseAnswer { get; } = new(acts: true, FaultEnding.Reset);

    /// <summary>The connection breaks before anything happened.</summary>
    public static LocalFault LoseRequest { get; } = new(acts: false, FaultEnding.Reset);

    /// <summary>The call takes effect, and its answer does not come while the caller waits.</summary>
    /// <remarks>No time passes by itself; over loopback the connection breaks.</remarks>
    public static LocalFault TimeOutAfter { get; } = new(acts: true, FaultEnding.TimeOut);

    /// <summary>The call never arrives, and the caller waits for an answer until it gives up.</summary>
    /// <remarks>As with <see cref="TimeOutAfter"/>.</remarks>
    public static LocalFault TimeOutBefore { get; } = new(acts: false, FaultEnding.TimeOut);

    /// <summary>The call takes effect, and half of its answer comes.</summary>
    public static LocalFault CutAnswer { get; } = new(acts: true, FaultEnding.Cut);

    /// <summary>The caller's process dies before the call arrives.</summary>
    public static LocalFault KillBefore { get; } = new(acts: false, FaultEnding.Kill);

    /// <summary>The call takes effect, and the caller's process dies before it learns of it.</summary>
    public static LocalFault KillAfter { get; } = new(acts: true, FaultEnding.Kill);

    /// <summary>AWS answers with an error instead of acting.</summary>
    public static LocalFault Answer(string code, int status = 400, string message = "Scripted.") =>
        new(acts: false, FaultEnding.Error, new AwsException(code, message, status));

    /// <summary>DynamoDB cancels a transaction for these reasons, one for each action.</summary>
    public static LocalFault Cancel(params CancellationReason[] reasons) =>
        new(acts: false, FaultEnding.Error, DynamoErrors.Cancelled(reasons));
}

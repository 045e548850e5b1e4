using InstanceScheduler.Simulator.LocalAws.DynamoDb;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Faults;

/// <summary>What goes wrong with a call.</summary>
internal sealed record LocalFault
{
    private LocalFault(bool acts, AwsException? error) => (Acts, Error) = (acts, error);

    /// <summary>Whether the call takes effect before things go wrong.</summary>
    public bool Acts { get; }

    /// <summary>The answer instead of acting; null where the connection breaks.</summary>
    internal AwsException? Error { get; }

    /// <summary>The call takes effect, then the connection breaks: the caller cannot know.</summary>
    public static LocalFault LoseAnswer { get; } = new(acts: true, error: null);

    /// <summary>The connection breaks before anything happened.</summary>
    public static LocalFault LoseRequest { get; } = new(acts: false, error: null);

    /// <summary>AWS answers with an error instead of acting.</summary>
    public static LocalFault Answer(string code, int status = 400, string message = "Scripted.") =>
        new(acts: false, new AwsException(code, message, status));

    /// <summary>DynamoDB cancels a transaction for these reasons, one for each action.</summary>
    public static LocalFault Cancel(params CancellationReason[] reasons) => new(acts: false, DynamoErrors.Cancelled(reasons));
}

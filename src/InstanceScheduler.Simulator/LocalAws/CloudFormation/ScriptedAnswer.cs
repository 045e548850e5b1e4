namespace InstanceScheduler.Simulator.LocalAws.CloudFormation;

/// <summary>What a request to the response endpoint gets.</summary>
/// <param name="Status">Null: the connection breaks.</param>
/// <param name="Hangs">No answer comes while the caller waits.</param>
internal sealed record ScriptedAnswer(int? Status, bool Hangs = false)
{
    public static ScriptedAnswer Break { get; } = new(Status: null);

    public static ScriptedAnswer Hang { get; } = new(Status: null, Hangs: true);

    public static ScriptedAnswer Of(int status) => new(status);
}

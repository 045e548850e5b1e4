namespace InstanceScheduler.Simulator.Play;

/// <summary>Whatever runs the function: disposing it ends all of its environments.</summary>
internal interface IFunctionHost : IAsyncDisposable
{
    /// <summary>Faults when an environment ends by itself, which none should.</summary>
    Task Failure { get; }
}

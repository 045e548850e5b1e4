using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Permissions;

/// <summary>What the scheduler's calls need of IAM, each shape once. Calls of anybody else are left out.</summary>
internal sealed class CallRecording
{
    /// <summary>Names the folder for the recording of a process; each has a file of its own in it.</summary>
    public const string Variable = "RECORDED_CALLS";

    private readonly Lock _gate = new();
    private readonly HashSet<CallShape> _shapes = [];
    private readonly string? _file;

    /// <param name="file">Takes a line as soon as a shape is met, since a test host does not always get to its own end; null: none.</param>
    public CallRecording(string? file = null) => _file = file;

    /// <summary>Of this process; null where the variable is not set.</summary>
    public static CallRecording? OfProcess { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
        ? new CallRecording(Path.Combine(
            Directory.CreateDirectory(folder).FullName, $"{AppDomain.CurrentDomain.FriendlyName}-{Environment.ProcessId}.tsv"))
        : null;

    public IReadOnlyCollection<CallShape> Shapes
    {
        get
        {
            lock (_gate)
            {
                return [.. _shapes];
            }
        }
    }

    public void Add(CallShapes shapes, WireRequest request, CallScope scope, ServiceCall call)
    {
        if (shapes.PrincipalOf(scope) == Principal.Other)
        {
            return;
        }

        lock (_gate)
        {
            foreach (var shape in shapes.Of(request, scope, call).Where(_shapes.Add))
            {
                if (_file is not null)
                {
                    File.AppendAllText(_file, shape + "\n");
                }
            }
        }
    }
}

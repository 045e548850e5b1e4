using System.Text.Json;
using InstanceScheduler.Simulator.Fleet;
using NodaTime;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Reads the function's log lines as they are written: the report tells reasons in the words of the decisions.</summary>
/// <remarks>Lines are dated by <see cref="Now"/>, since a published binary knows no other clock than the real one.</remarks>
internal sealed class FunctionLog : Stream
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ResourceKey, List<LoggedDecision>> _decisions = [];
    private readonly Dictionary<(string Source, string Text), LoggedProblem> _problems = [];

    /// <summary>The instant of the tick that is being played.</summary>
    public Instant Now { get; set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Decisions that did or changed something, in order.</summary>
    public IReadOnlyList<LoggedDecision> DecisionsOn(ResourceKey resource)
    {
        lock (_gate)
            return [.. _decisions.GetValueOrDefault(resource) ?? []];
    }

    /// <summary>Problems, each once, in the order in which they first came up.</summary>
    public IReadOnlyList<LoggedProblem> Problems
    {
        get
        {
            lock (_gate)
                return [.. _problems.Values.OrderBy(problem => problem.FirstSeen)];
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        foreach (var range in buffer.Split((byte)'\n'))
            if (!buffer[range].IsEmpty)
                Read(buffer[range]);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        if (!JsonDocument.TryParseValue(ref reader, out var document))
            return;
        using (document)
        {
            var root = document.RootElement;
            var name = Text(root, "event");
            lock (_gate)
            {
                if (name == "InstanceDecision")
                    Add(root);
                // A settled intent that failed is told again as a problem, with its remedy.
                else if (Text(root, "level") is "Warning" or "Error" && name != "IntentSettled")
                    AddProblem(root, name);
            }
        }
    }

    private void Add(JsonElement line)
    {
        var resource = KeyOf(line, Text(line, "instance"));
        if (!_decisions.TryGetValue(resource, out var decisions))
            _decisions[resource] = decisions = [];
        decisions.Add(new LoggedDecision(Now, Text(line, "action"), Text(line, "reason")));
    }

    private void AddProblem(JsonElement line, string name)
    {
        var (source, text) = name == "Problem" ? (Text(line, "source"), Text(line, "problem")) : ("", Text(line, "message"));
        // Their number stands before them: "[2: orders billing]".
        var resources = Text(line, "ids").Split([' ', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(id => KeyOf(line, id));
        _problems[(source, text)] = _problems.TryGetValue((source, text), out var known)
            ? known with { Count = known.Count + 1, Resources = known.Resources.Union(resources) }
            : new LoggedProblem(source, text, [.. resources], 1, Now);
    }

    private static ResourceKey KeyOf(JsonElement line, string id) => new(Text(line, "service"), Text(line, "account"), Text(line, "region"), id);

    private static string Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String ? field.GetString()! : "";
}

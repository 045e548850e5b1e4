using System.Text.Json;
using NodaTime;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Reads the function's log lines as they are written: the report tells reasons in the words of the decisions.</summary>
/// <remarks>Lines are dated by <see cref="Now"/>, since a published binary knows no other clock than the real one.</remarks>
internal sealed class FunctionLog : Stream
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<LoggedDecision>> _decisions = new(StringComparer.Ordinal);
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

    /// <summary>Decisions about an instance that did or changed something, in order.</summary>
    public IReadOnlyList<LoggedDecision> DecisionsOn(string instance)
    {
        lock (_gate)
            return [.. _decisions.GetValueOrDefault(instance) ?? []];
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
                else if (Text(root, "level") is "Warning" or "Error")
                    AddProblem(root, name);
            }
        }
    }

    private void Add(JsonElement line)
    {
        var instance = Text(line, "instance");
        if (!_decisions.TryGetValue(instance, out var decisions))
            _decisions[instance] = decisions = [];
        decisions.Add(new LoggedDecision(Now, Text(line, "action"), Text(line, "reason")));
    }

    private void AddProblem(JsonElement line, string name)
    {
        var (source, text) = name == "Problem" ? (Text(line, "source"), Text(line, "problem")) : ("", Text(line, "message"));
        var ids = Text(line, "ids").Split(' ', '[', ']').Where(word => word.StartsWith("i-", StringComparison.Ordinal));
        _problems[(source, text)] = _problems.TryGetValue((source, text), out var known)
            ? known with { Count = known.Count + 1, Ids = known.Ids.Union(ids) }
            : new LoggedProblem(source, text, [.. ids], 1, Now);
    }

    private static string Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String ? field.GetString()! : "";
}

using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace InstanceScheduler.Lambda.Logging;

/// <summary>Structured log lines: time, level, event name, message, and every named value as a field of its own.</summary>
internal sealed class JsonLineLogger(JsonLineWriter writer, TimeProvider time, LogLevel minimum) : ILogger
{
    private ImmutableArray<KeyValuePair<string, string>> _fields = [];

    /// <summary>A logger that adds fields to every line.</summary>
    public JsonLineLogger With(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var all = _fields.ToBuilder();
        foreach (var (name, value) in fields)
            all.Add(KeyValuePair.Create(name, value));
        return new JsonLineLogger(writer, time, minimum) { _fields = all.ToImmutable() };
    }

    /// <summary>The same logger with another threshold.</summary>
    public JsonLineLogger From(LogLevel lowest) => new(writer, time, lowest) { _fields = _fields };

    public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum && logLevel != LogLevel.None;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        writer.Write(json =>
        {
            json.WriteString("time", time.GetUtcNow());
            json.WriteString("level", logLevel.ToString());
            json.WriteString("event", eventId.Name);
            json.WriteString("message", formatter(state, exception));
            foreach (var (name, value) in _fields)
                json.WriteString(name, value);
            if (state is IReadOnlyList<KeyValuePair<string, object?>> values)
                foreach (var (name, value) in values)
                    if (name != "{OriginalFormat}")
                        WriteField(json, JsonNamingPolicy.CamelCase.ConvertName(name), value);
            if (exception is not null)
                json.WriteString("exception", exception.ToString());
        });
    }

    private static void WriteField(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case IEnumerable many:
                json.WriteStartArray(name);
                foreach (var part in many)
                    json.WriteStringValue(part?.ToString());
                json.WriteEndArray();
                break;
            default:
                json.WriteString(name, value.ToString());
                break;
        }
    }
}

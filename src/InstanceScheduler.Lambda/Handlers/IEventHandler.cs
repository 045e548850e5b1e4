using System.Text.Json;
using InstanceScheduler.Lambda.Settings;

namespace InstanceScheduler.Lambda.Handlers;

/// <summary>Handles one kind of event.</summary>
internal interface IEventHandler
{
    /// <summary>Whether the event is of this kind; asked in the dispatcher's order.</summary>
    bool Recognises(JsonElement request, FunctionSettings settings);

    /// <summary>Handles the event and writes the answer, exactly one JSON value.</summary>
    Task HandleAsync(Invocation invocation, Utf8JsonWriter answer);
}

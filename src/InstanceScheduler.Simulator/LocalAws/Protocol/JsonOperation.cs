using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>Carries out one operation: writes the answer's members into an object already open and gives the number of items.</summary>
internal delegate int JsonOperation(CallScope scope, JsonElement input, Utf8JsonWriter output);

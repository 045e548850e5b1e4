using System.Text.Json;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>The items of a configuration table, and what of the file could not become one.</summary>
/// <param name="Items">In DynamoDB's typed JSON, in the order of the file, each with a string <c>type</c> and <c>name</c>.</param>
/// <param name="Problems">What was left out, and what the table lacks.</param>
internal sealed record ConfigReading(IReadOnlyList<JsonElement> Items, IReadOnlyList<InputProblem> Problems);

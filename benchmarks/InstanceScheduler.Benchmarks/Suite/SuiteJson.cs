using System.Text.Json.Serialization;

namespace InstanceScheduler.Benchmarks.Suite;

/// <summary>The suite's file.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(SuiteResults))]
internal sealed partial class SuiteJson : JsonSerializerContext;

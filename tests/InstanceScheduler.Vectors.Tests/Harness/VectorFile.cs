using System.Text.Json;

namespace InstanceScheduler.Vectors.Tests.Harness;

/// <summary>The cases of one vector file.</summary>
/// <param name="Name">File name.</param>
/// <param name="IsShipped">Whether these are the cases shipped with the tests, whose numbers are pinned.</param>
/// <param name="Cases">Cases in the order of the file.</param>
public sealed record VectorFile<TCase>(string Name, bool IsShipped, IReadOnlyList<TCase> Cases);

/// <summary>Reads vector files: those shipped with the tests, or the same names in another folder given by <c>VECTORS_DIR</c>.</summary>
public static class VectorFile
{
    /// <summary>Reads a file; skips the test, saying so, when the other folder does not have it.</summary>
    public static VectorFile<TCase> Load<TCase>(string name, Func<JsonElement, TCase> read)
    {
        var elsewhere = Environment.GetEnvironmentVariable("VECTORS_DIR");
        var isShipped = string.IsNullOrEmpty(elsewhere);
        var path = Path.Combine(isShipped ? Path.Combine(AppContext.BaseDirectory, "data") : elsewhere!, name);
        Skip.If(!isShipped && !File.Exists(path), $"{name} is not in VECTORS_DIR: none of its cases was tried");

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new VectorFile<TCase>(name, isShipped, [.. document.RootElement.EnumerateArray().Select(read)]);
    }
}

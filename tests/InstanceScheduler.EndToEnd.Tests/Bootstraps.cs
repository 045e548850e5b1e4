namespace InstanceScheduler.EndToEnd.Tests;

/// <summary>The binaries of the function that can be driven: the one built with these tests, and a published one.</summary>
public static class Bootstraps
{
    /// <summary>Names a published (native) bootstrap.</summary>
    public const string Variable = "PUBLISHED_BOOTSTRAP";

    private const string Built = "built";
    private const string Published = "published";

    public static TheoryData<string> All => [Built, Published];

    // tests/<project>/bin/<configuration>/<framework> → src/<project>/bin/<configuration>/<framework>
    private static string BuiltFolder
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            var root = output.Parent!.Parent!.Parent!.Parent!.Parent!;
            return Path.Combine(root.FullName, "src", "InstanceScheduler.Lambda", "bin", output.Parent.Name, output.Name);
        }
    }

    public static string? PathOf(string kind) => kind == Built
        ? Path.Combine(BuiltFolder, OperatingSystem.IsWindows() ? "bootstrap.exe" : "bootstrap")
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;
}

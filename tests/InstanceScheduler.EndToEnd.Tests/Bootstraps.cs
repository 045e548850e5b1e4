namespace InstanceScheduler.EndToEnd.Tests;

/// <summary>The binaries of the function that can be driven: the one built with these tests, and a published one.</summary>
public static class Bootstraps
{
    /// <summary>Names a published (native) bootstrap.</summary>
    public const string Variable = "PUBLISHED_BOOTSTRAP";

    private const string Built = "built";
    private const string Published = "published";

    public static TheoryData<string> All => [Built, Published];

    public static string? PathOf(string kind) => kind == Built
        ? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "bootstrap.exe" : "bootstrap")
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;
}

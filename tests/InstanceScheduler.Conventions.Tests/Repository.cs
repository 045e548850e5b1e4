namespace InstanceScheduler.Conventions.Tests;

/// <summary>The repository that the tests were built in.</summary>
internal static class Repository
{
    // The compiler's paths are mapped, so the running assembly is asked where it is.
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} has InstanceScheduler.sln; run the tests from where they were built.")
            : File.Exists(Path.Combine(folder.FullName, "InstanceScheduler.sln")) ? folder.FullName : Find(folder.Parent);
}

using System.Runtime.CompilerServices;

namespace InstanceScheduler.Cli.Tests;

/// <summary>What people see, pinned in a file. <c>UPDATE_GOLDEN=1</c> writes the files anew: then read the difference.</summary>
internal static class GoldenFile
{
    private const string Variable = "UPDATE_GOLDEN";

    public static void Check(string name, string actual)
    {
        var path = Path.Combine(Folder(), name + ".txt");
        // Help is padded to its columns; files have no blanks at ends of lines.
        var text = string.Join('\n', actual.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{path} is missing: write it with {Variable}=1 and read it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    // tests/<project>/bin/<configuration>/<framework> → tests/<project>/Golden
    /// <summary>Where the files are.</summary>
    public static string Folder([CallerFilePath] string file = "") => File.Exists(file)
        ? Path.Combine(Path.GetDirectoryName(file)!, "Golden")
        : Path.Combine(new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.Parent!.FullName, "Golden");
}

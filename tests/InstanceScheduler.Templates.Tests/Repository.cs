namespace InstanceScheduler.Templates.Tests;

/// <summary>Files of the repository, found from where the tests were built.</summary>
internal static class Repository
{
    public const string Hub = "instance-scheduler-cn.template";
    public const string Remote = "instance-scheduler-remote-cn.template";

    /// <summary>The sample too.</summary>
    public static IReadOnlyList<string> Templates { get; } = [Hub, Remote, Path.Combine("samples", "team-schedules.template")];

    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The folder of these tests.</summary>
    public static string Tests => Path.Combine(Root, "tests", "InstanceScheduler.Templates.Tests");

    public static string TemplatePath(string file) => Path.Combine(Root, "cloudformation", file);

    public static string TemplateText(string file) => File.ReadAllText(TemplatePath(file));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "InstanceScheduler.sln")) ? folder.FullName : Find(folder.Parent!);
}

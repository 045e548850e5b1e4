namespace InstanceScheduler.Benchmarks.Pages;

/// <summary>The language of a page's tables: picks one of two texts.</summary>
/// <param name="IsChinese">Else English.</param>
internal readonly record struct PageLanguage(bool IsChinese)
{
    /// <summary>Pages in a folder <c>zh-CN</c> are Chinese.</summary>
    public static PageLanguage Of(string path) =>
        new(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) == "zh-CN");

    public string Text(string english, string chinese) => IsChinese ? chinese : english;
}

using InstanceScheduler.Cli.Terminal;

namespace InstanceScheduler.Cli.Tests.Terminal;

public sealed class CliTerminalTests
{
    [Theory]
    [InlineData(false, null, "xterm", true)]
    [InlineData(false, null, null, true)]
    [InlineData(false, "", "xterm", true)] // set to nothing counts as not set
    [InlineData(false, "1", "xterm", false)]
    [InlineData(false, null, "dumb", false)]
    [InlineData(true, null, "xterm", false)]
    public void Colours_are_for_terminals(bool isRedirected, string? noColor, string? term, bool expected)
    {
        var environment = new CliEnvironment(name => name switch
        {
            "NO_COLOR" => noColor,
            "TERM" => term,
            _ => null,
        });
        Assert.Equal(expected, CliTerminal.MayColor(environment, isRedirected));
    }

    [Theory]
    [InlineData(null, null, null, "en")]
    [InlineData(null, null, "zh_CN.UTF-8", "zh")]
    [InlineData(null, null, "zh", "zh")]
    [InlineData(null, null, "ZH-hans", "zh")]
    [InlineData(null, null, "C.UTF-8", "en")]
    [InlineData(null, null, "de_DE.UTF-8", "en")]
    // The first that is set decides, whatever it says; set to nothing counts as not set.
    [InlineData("en_US.UTF-8", null, "zh_CN.UTF-8", "en")]
    [InlineData("", null, "zh_CN.UTF-8", "zh")]
    [InlineData("zh_CN.UTF-8", "C", "C", "zh")]
    [InlineData(null, "zh_CN.UTF-8", "C", "zh")]
    public void The_locale_names_the_language(string? all, string? messages, string? lang, string expected)
    {
        var environment = new CliEnvironment(name => name switch
        {
            "LC_ALL" => all,
            "LC_MESSAGES" => messages,
            "LANG" => lang,
            _ => null,
        });
        Assert.Equal(expected, CliTerminal.LanguageOf(environment));
    }

    [Fact]
    public void Progress_is_one_line_that_goes_and_nothing_where_nobody_watches()
    {
        using var seen = new StringWriter();
        using (var note = new ProgressNote(new CliTerminal(TextWriter.Null, seen, TextReader.Null) { ShowsProgress = true }))
        {
            note.Show("1000 instances so far");
            note.Show("done");
        }

        Assert.Equal("\r1000 instances so far\rdone                 \r    \r", seen.ToString());

        using var unseen = new StringWriter();
        using (var note = new ProgressNote(new CliTerminal(TextWriter.Null, unseen, TextReader.Null)))
            note.Show("1000 instances so far");
        Assert.Equal("", unseen.ToString());
    }
}

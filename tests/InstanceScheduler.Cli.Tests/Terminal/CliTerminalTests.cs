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

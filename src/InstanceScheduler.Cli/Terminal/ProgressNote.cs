namespace InstanceScheduler.Cli.Terminal;

/// <summary>One line on the error output that says how far a long command is, and goes when the command is done. Silent where nobody watches.</summary>
internal sealed class ProgressNote(CliTerminal terminal) : IDisposable
{
    private int _shown;

    public void Show(string text)
    {
        if (!terminal.ShowsProgress)
            return;
        terminal.Error.Write($"\r{text.PadRight(_shown)}");
        _shown = text.Length;
    }

    public void Dispose()
    {
        if (_shown > 0)
            terminal.Error.Write($"\r{new string(' ', _shown)}\r");
        _shown = 0;
    }
}

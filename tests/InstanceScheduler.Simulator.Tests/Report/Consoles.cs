using System.Text;
using Spectre.Console;

namespace InstanceScheduler.Simulator.Tests.Report;

/// <summary>A console, by default one that is no terminal, and what was written to it.</summary>
internal sealed class Consoles : IAnsiConsoleOutput, IDisposable
{
    private readonly StringWriter _writer = new() { NewLine = "\n" };

    public Consoles(int width, bool terminal = false)
    {
        (Width, IsTerminal) = (width, terminal);
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = this,
        });
    }

    public IAnsiConsole Console { get; }

    public TextWriter Writer => _writer;

    public bool IsTerminal { get; }

    public int Width { get; }

    public int Height => 40;

    /// <summary>What was written, without the blanks at the ends of lines.</summary>
    public string Text => string.Join('\n', _writer.ToString().Split('\n').Select(line => line.TrimEnd()));

    public void SetEncoding(Encoding encoding)
    {
    }

    public void Dispose() => _writer.Dispose();
}

using Spectre.Console;

namespace InstanceScheduler.Cli.Terminal;

/// <summary>Where a command reads and writes, and what it may do there.</summary>
/// <param name="Output">Results, and nothing else.</param>
/// <param name="Error">Errors, questions and progress.</param>
/// <param name="Input">Answers to questions.</param>
internal sealed record CliTerminal(TextWriter Output, TextWriter Error, TextReader Input)
{
    /// <summary>Wide enough that no table is ever broken where no one sees it.</summary>
    public const int Unlimited = 10_000;

    public const string English = "en";
    public const string Chinese = "zh";

    /// <summary>Columns of the output.</summary>
    public int Width { get; init; } = Unlimited;

    /// <summary>Whether results may be coloured.</summary>
    public bool HasColors { get; init; }

    /// <summary>Whether somebody watches <see cref="Error"/>.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Whether somebody can answer a question.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Who sits there, as the machine knows them; null: not known.</summary>
    public string? User { get; init; }

    /// <summary>The language of who sits there: <c>zh</c> or <c>en</c>.</summary>
    public string Language { get; init; } = English;

    public static CliTerminal OfProcess(CliEnvironment environment)
    {
        // The code page of a Windows console cannot show every name.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = System.Text.Encoding.UTF8;
        var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false)) { AutoFlush = true };
        return new CliTerminal(output, Console.Error, Console.In)
        {
            Width = Console.IsOutputRedirected ? Unlimited : WindowWidth(),
            HasColors = MayColor(environment, Console.IsOutputRedirected),
            ShowsProgress = MayRewriteLines(environment, Console.IsErrorRedirected),
            User = CliEnvironment.User,
            Language = LanguageOf(environment),
            CanAsk = !Console.IsInputRedirected && !Console.IsErrorRedirected,
        };
    }

    /// <summary>Whether colours are wanted: on a terminal that knows them, unless <c>NO_COLOR</c> says otherwise.</summary>
    public static bool MayColor(CliEnvironment environment, bool isRedirected) => environment["NO_COLOR"] is null && MayRewriteLines(environment, isRedirected);

    /// <summary>The language that the locale names: of <c>LC_ALL</c>, <c>LC_MESSAGES</c> and <c>LANG</c> the first that is set decides.</summary>
    public static string LanguageOf(CliEnvironment environment) =>
        (environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"])?.Split('_', '-', '.', '@')[0].Equals(Chinese, StringComparison.OrdinalIgnoreCase) == true
            ? Chinese
            : English;

    /// <summary>Whether a line can be written over.</summary>
    public static bool MayRewriteLines(CliEnvironment environment, bool isRedirected) => !isRedirected && environment["TERM"] != "dumb";

    /// <summary>The output for tables and coloured text.</summary>
    public IAnsiConsole Styled()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Output),
            Ansi = HasColors ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = HasColors ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Width;
        return console;
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : Unlimited;
        }
        catch (IOException)
        {
            return Unlimited;
        }
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Cli.Completion;
using InstanceScheduler.Cli.Output;
using InstanceScheduler.Cli.Terminal;

namespace InstanceScheduler.Cli.Commands;

/// <summary>The program: reads the command line, runs its command, says what went wrong.</summary>
/// <param name="terminal">Where it reads and writes.</param>
/// <param name="sessions">How it reaches AWS.</param>
/// <param name="time">Clock of waits and of what is written down.</param>
internal sealed class SchedulerCli(CliTerminal terminal, AwsSessions sessions, TimeProvider time)
{
    public const string Name = "scheduler-cli";

    private const int WidestHelp = 110;

    public static string Version { get; } = typeof(SchedulerCli).Assembly.GetName().Version!.ToString(3);

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var root = Root();
        // Files of arguments are off: an expression such as @.Name is no file.
        var parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
        {
            foreach (var line in UsageError.Lines(parsed))
                await terminal.Error.WriteLineAsync(VisibleText.Of(line));
            return ExitCode.Unusable;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellationToken);
        }
        catch (CliException end)
        {
            // As v1.x does with what the scheduler says; names of files stay as they are.
            foreach (var line in (end.Code == ExitCode.No ? Capitalised(end.Message) : end.Message).Split('\n'))
                await terminal.Error.WriteLineAsync(VisibleText.Of(line));
            return end.Code;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("Stopped. What was asked for last may be done all the same.");
            return ExitCode.Interrupted;
        }
    }

    private RootCommand Root()
    {
        var services = new CommandServices(terminal, sessions, time);
        var root = new RootCommand("Periods, schedules, calendars and overrides of the instance scheduler, from the command line.");
        foreach (var command in ItemCommands.All(services))
            root.Add(command);
        foreach (var command in CalendarCommands.All(services))
            root.Add(command);
        foreach (var command in OverrideCommands.All(services))
            root.Add(command);
        root.Add(StatusCommand.Build(services));
        root.Add(new InstancesCommand(services).Build());
        root.Add(new PreviewCommand(services).Build());
        root.Add(new ExplainCommand(services).Build());
        root.Add(new ExportCommand(services).Build());
        root.Add(new DiffCommand(services).Build());
        root.Add(new ImportCommand(services).Build());
        root.Add(new LintCommand(services).Build());
        root.Add(CompletionCommand.Build(terminal));

        root.HelpName = Name;
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        root.Add(new Option<bool>("--version") { Description = "Show the version", Recursive = true, Action = new VersionAction() });
        var help = root.Options.OfType<HelpOption>().Single();
        var builtIn = (HelpAction)help.Action!;
        builtIn.MaxWidth = Math.Min(terminal.Width, WidestHelp);
        help.Action = new HelpWithExamples(builtIn);
        return root;
    }

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private sealed class VersionAction : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"{Name} {Version}");
            return ExitCode.Done;
        }
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace InstanceScheduler.Cli.Commands;

/// <summary>The help of a command, followed by its examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not CliCommand { Examples: { Count: > 0 } examples })
            return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples)
            output.WriteLine($"  {SchedulerCli.Name} {example}");
        output.WriteLine();
        return code;
    }
}

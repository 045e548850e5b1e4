using System.CommandLine;
using Amazon.Runtime;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Cli.JmesPath;
using InstanceScheduler.Cli.Output;
using InstanceScheduler.Cli.Terminal;

namespace InstanceScheduler.Cli.Commands;

/// <summary>What commands work with.</summary>
internal sealed class CommandServices(CliTerminal terminal, AwsSessions sessions, TimeProvider time)
{
    public CommonOptions Common { get; } = new();

    public CliTerminal Terminal => terminal;

    public TimeProvider Time => time;

    /// <summary>The function of the stack that the command line names.</summary>
    /// <exception cref="CliException">There are no region or credentials.</exception>
    public Task<StackFunction> OpenAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        OpenAsync(parsed, parsed.GetRequiredValue(Common.Stack), cancellationToken);

    /// <summary>The function of a stack, reached as the command line says.</summary>
    /// <exception cref="CliException">There are no region or credentials.</exception>
    public async Task<StackFunction> OpenAsync(ParseResult parsed, string stack, CancellationToken cancellationToken)
    {
        var session = await sessions.OpenAsync(parsed.GetValue(Common.Region), parsed.GetValue(Common.Profile), cancellationToken);
        try
        {
            return StackFunction.Of(session, stack, time);
        }
        catch (AmazonClientException failure)
        {
            throw new CliException(ExitCode.NotReached, $"AWS cannot be reached: {failure.Message.TrimEnd('.')}. Look at --region and AWS_ENDPOINT_URL.", failure);
        }
    }

    /// <summary>Prints as the command line says. Made before anything is done: a wrong query costs nothing.</summary>
    /// <exception cref="CliException">The query is not JMESPath.</exception>
    public ResultWriter Writer(ParseResult parsed) => Writer(parsed, parsed.GetValue(Common.Output) ?? OutputFormat.Json);

    /// <summary>Prints in a format, of a command that has more of them than others.</summary>
    /// <inheritdoc cref="Writer(ParseResult)"/>
    public ResultWriter Writer(ParseResult parsed, OutputFormat format) => new(terminal, format, Query(parsed.GetValue(Common.Query)));

    private static JmesPathQuery? Query(string? text)
    {
        try
        {
            return text is null ? null : JmesPathQuery.Parse(text);
        }
        catch (JmesPathException failure)
        {
            throw new CliException(ExitCode.Unusable, $"--query: \"{text}\" is not a JMESPath expression: {failure.Message}", failure);
        }
    }
}

using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Cli.Commands;
using InstanceScheduler.Cli.Terminal;

namespace InstanceScheduler.Cli;

internal static class Program
{
    // Lives as long as the process: the key handler may still be at it when Main returns.
    private static readonly CancellationTokenSource Stop = new();

    // EPIPE; ERROR_BROKEN_PIPE and ERROR_NO_DATA of Windows.
    private static readonly int[] ClosedPipe = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    private static async Task<int> Main(string[] arguments)
    {
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            Stop.Cancel();
        };
        var environment = CliEnvironment.OfProcess;
        try
        {
            return await new SchedulerCli(CliTerminal.OfProcess(environment), new AwsSessions(environment, TimeProvider.System), TimeProvider.System)
                .RunAsync(arguments, Stop.Token);
        }
        catch (IOException failure)
        {
            // Whoever read the output may have gone away, as "head" does when it has enough.
            if (!ClosedPipe.Contains(failure.HResult))
                await Console.Error.WriteLineAsync($"The output cannot be written: {failure.Message}");
            return ExitCode.No;
        }
        catch (Exception mistake)
        {
            await Console.Error.WriteLineAsync($"A mistake of {SchedulerCli.Name} {SchedulerCli.Version} itself. Please report this:\n{mistake}");
            return ExitCode.FunctionFailed;
        }
    }
}

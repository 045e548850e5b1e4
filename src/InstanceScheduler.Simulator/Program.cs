using Spectre.Console;

namespace InstanceScheduler.Simulator;

internal static class Program
{
    private const int Interrupted = 130;

    // Lives as long as the process: the key handler may still be at it when Main returns.
    private static readonly CancellationTokenSource Stop = new();

    private static async Task<int> Main(string[] arguments)
    {
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            Stop.Cancel();
        };
        try
        {
            return await new SimulatorCommand(AnsiConsole.Console, Console.Error, TimeProvider.System).RunAsync(arguments, Stop.Token);
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Interrupted;
        }
    }
}

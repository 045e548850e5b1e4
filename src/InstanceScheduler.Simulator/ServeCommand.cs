using System.CommandLine;
using System.Globalization;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.Play;
using Spectre.Console;

namespace InstanceScheduler.Simulator;

/// <summary><c>serve</c>: a local AWS that lives until somebody stops it.</summary>
internal sealed class ServeCommand(IAnsiConsole output, TextWriter errors, TimeProvider time)
{
    private const int Unusable = 2;
    private const int HighestPort = 65_535;

    private readonly Option<string?> _port = new("--port") { Description = $"Loopback port, 0 to {HighestPort}. Default: 4566; 0 takes any free one" };
    private readonly Option<string?> _sample = new("--sample") { Description = $"A made-up fleet: {Sample.Names}. Default: {Sample.All[0].Name}" };

    public Command Command()
    {
        var command = new Command("serve", "Serves the local AWS with the scheduler's stack and a sample fleet on loopback, in real time, until Ctrl-C") { _port, _sample };
        command.SetAction(ServeAsync);
        return command;
    }

    private async Task<int> ServeAsync(ParseResult parsed, CancellationToken stop)
    {
        var name = parsed.GetValue(_sample) ?? Sample.All[0].Name;
        if (Sample.All.FirstOrDefault(one => one.Name == name) is not { } sample)
        {
            await errors.WriteLineAsync($"--sample: \"{name}\" does not exist; use {Sample.Names}");
            return Unusable;
        }

        var text = parsed.GetValue(_port) ?? "4566";
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > HighestPort)
        {
            await errors.WriteLineAsync($"--port: \"{text}\" is no port; use 0 to {HighestPort}");
            return Unusable;
        }

        return await ServeAsync(sample, port, stop);
    }

    private async Task<int> ServeAsync(Sample sample, int port, CancellationToken stop)
    {
        try
        {
            await using var served = await ServedStage.StartAsync(sample, port, time, Stream.Null, stop);
            Write(served);
            await served.RunAsync(stop);
            return 0;
        }
        catch (IOException taken)
        {
            await errors.WriteLineAsync($"--port: {port} cannot be used: {taken.Message.TrimEnd('.')}; take another one, or 0 for any");
            return Unusable;
        }
    }

    private void Write(ServedStage served)
    {
        var region = served.Stage.Aws.Options.HubRegion;
        output.WriteLine($"""
            The local AWS listens at {served.Url}. Ctrl-C ends it.

            export AWS_ENDPOINT_URL={served.Url} AWS_REGION={region}
            export AWS_ACCESS_KEY_ID={AccountKeys.HubKey} AWS_SECRET_ACCESS_KEY=secret
            aws cloudformation describe-stacks --stack-name {Stage.StackName}
            scheduler-cli describe-schedules --stack {Stage.StackName}
            """);
    }
}

using System.Text.Json.Nodes;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Cli.Commands;
using InstanceScheduler.Cli.Terminal;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Hosting;
using InstanceScheduler.Simulator.LocalAws.Lambda;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Cli.Tests;

/// <summary>The program in this process, against a local AWS whose function answers what a test says.</summary>
internal sealed class LocalStage : IDisposable
{
    private readonly HttpMessageHandler _handler;
    private Func<JsonNode, string>? _answer;

    public LocalStage(TimeProvider? time = null)
    {
        Time = time ?? TimeProvider.System;
        Stage = new Stage(new LocalAwsOptions(), Time);
        _handler = Stage.Aws.CreateHandler(Stage.FunctionName);
    }

    public Stage Stage { get; }

    public TimeProvider Time { get; }

    /// <summary>Every event the function got.</summary>
    public List<JsonNode> Events { get; } = [];

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal)
    {
        ["AWS_REGION"] = "cn-north-1",
        ["AWS_ACCESS_KEY_ID"] = AccountKeys.OperatorKey,
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
    };

    /// <summary>Lines that somebody types; null: nobody is there.</summary>
    public string? Typed { get; set; }

    public bool HasColors { get; init; }

    public string? User { get; init; }

    public string Language { get; init; } = CliTerminal.English;

    public int Width { get; init; } = CliTerminal.Unlimited;

    /// <summary>What the function answers, by action, from now on.</summary>
    public LocalStage Answering(Func<JsonNode, string> answer)
    {
        _answer = answer;
        return this;
    }

    public LocalStage Answering(string answer) => Answering(_ => answer);

    public async Task<CliResult> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var terminal = new CliTerminal(output, errors, new StringReader(Typed ?? "")) { CanAsk = Typed is not null, HasColors = HasColors, Width = Width, User = User, Language = Language };
        var environment = new CliEnvironment(name => Variables.GetValueOrDefault(name));
        var sessions = new AwsSessions(environment, Time, new InProcessHttpClientFactory(_handler), LocalClientConfig.InProcessUrl);
        using var stop = new CancellationTokenSource();
        var serving = _answer is null ? Task.CompletedTask : ServeAsync(_answer, stop.Token);
        var code = await new SchedulerCli(terminal, sessions, Time).RunAsync(arguments, CancellationToken.None);
        await stop.CancelAsync();
        await serving;
        return new CliResult(code, output.ToString(), errors.ToString());
    }

    public void Dispose() => _handler.Dispose();

    private async Task ServeAsync(Func<JsonNode, string> answer, CancellationToken stop)
    {
        var functions = Stage.Aws.Functions;
        var function = functions.Find(Stage.FunctionName, Stage.Aws.Options.HubAccount, Stage.Aws.Options.HubRegion);
        try
        {
            while (true)
            {
                var invocation = await functions.NextAsync(function, stop);
                var request = JsonNode.Parse(invocation.Payload.Span)!;
                Events.Add(request);
                var text = answer(request);
                if (text.StartsWith("fail:", StringComparison.Ordinal))
                    functions.Fail(invocation.RequestId, new LambdaError("Sandbox.Timedout", text[5..]), default);
                else
                    functions.Respond(invocation.RequestId, System.Text.Encoding.UTF8.GetBytes(text));
            }
        }
        catch (OperationCanceledException)
        {
            // How serving ends.
        }
    }
}

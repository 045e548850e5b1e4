using Amazon.Lambda.RuntimeSupport;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Lambda.CustomResources;
using InstanceScheduler.Lambda.Logging;
using InstanceScheduler.Lambda.Settings;

namespace InstanceScheduler.Lambda;

/// <summary>Entry point of the custom runtime: asks for the next event, handles it, answers, until the platform stops the process.</summary>
internal static class Bootstrap
{
    private static async Task<int> Main()
    {
        await using var output = Console.OpenStandardOutput();
        var function = Create(FunctionEnvironment.FromVariables(), new JsonLineWriter(output));
        using var bootstrap = LambdaBootstrapBuilder.Create(function.HandleAsync).Build();
        await bootstrap.RunAsync();
        return 0;
    }

    private static SchedulerFunction Create(FunctionEnvironment environment, JsonLineWriter log) =>
        new(environment, new AwsClients(environment.Region), new HttpMessageInvoker(AnswerSender.Handler()), TimeProvider.System, Random.Shared.NextDouble, log);
}

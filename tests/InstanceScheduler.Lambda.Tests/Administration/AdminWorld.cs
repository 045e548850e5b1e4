using System.Text.Json;
using InstanceScheduler.Lambda.Tests.Runs;

namespace InstanceScheduler.Lambda.Tests.Administration;

/// <summary>Asks the function as the command line does.</summary>
internal static class AdminWorld
{
    /// <summary>The answer to an action; parameters are JSON.</summary>
    public static async Task<JsonElement> AskAsync(this SchedulerWorld world, string action, string parameters = "{}") =>
        JsonDocument.Parse(await world.InvokeAsync($$"""{"source":"scheduler.cli","action":"{{action}}","parameters":{{parameters}}}""")).RootElement;

    /// <summary>The text of an error, which there must be.</summary>
    public static async Task<string> RefusalAsync(this SchedulerWorld world, string action, string parameters = "{}")
    {
        var answer = await world.AskAsync(action, parameters);
        return answer.TryGetProperty("Error", out var error) ? error.GetString()! : throw new InvalidOperationException($"{action} was not refused: {answer}");
    }
}

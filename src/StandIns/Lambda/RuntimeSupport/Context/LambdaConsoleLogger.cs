using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Standard output is the log: one record is time, request, level and message between tabs.</summary>
internal sealed class LambdaConsoleLogger(string? requestId) : ILambdaLogger
{
    public static void WriteUnhandled(Exception exception, string? requestId) =>
        new LambdaConsoleLogger(requestId).Log(nameof(LogLevel.Error), exception.ToString());

    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => Log(nameof(LogLevel.Information), message);

    public void Log(string level, string message) =>
        Console.WriteLine($"{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ}\t{requestId}\t{Label(level)}\t{message}");

    private static string Label(string level) => level switch
    {
        nameof(LogLevel.Trace) => "trce",
        nameof(LogLevel.Debug) => "dbug",
        nameof(LogLevel.Information) => "info",
        nameof(LogLevel.Warning) => "warn",
        nameof(LogLevel.Error) => "fail",
        nameof(LogLevel.Critical) => "crit",
        _ => level,
    };
}

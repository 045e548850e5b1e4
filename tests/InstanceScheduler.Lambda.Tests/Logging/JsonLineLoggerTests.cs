using System.Text;
using System.Text.Json;
using InstanceScheduler.Lambda.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace InstanceScheduler.Lambda.Tests.Logging;

public sealed partial class JsonLineLoggerTests : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_line_has_time_level_event_message_the_loggers_fields_and_every_value()
    {
        var logger = Logger(LogLevel.Information).With(("region", "cn-north-1"));

        LogSample(logger, "i-1 \"quoted\"\n<b>", 3, 1.5, true);

        Assert.Equal(
            """{"time":"2026-11-23T01:00:00+00:00","level":"Warning","event":"Sample","message":"i-1 \"quoted\"\n<b> has 3 of 1.5: True","region":"cn-north-1","instance":"i-1 \"quoted\"\n<b>","count":3,"share":1.5,"isOn":true}""" + "\n",
            Encoding.UTF8.GetString(_output.ToArray()));
    }

    [Fact]
    public void A_failure_is_told_with_its_stack()
    {
        LogFailure(Logger(LogLevel.Information), new InvalidOperationException("out of order"));

        var line = JsonDocument.Parse(_output.ToArray()).RootElement;
        Assert.Contains("out of order", line.GetProperty("exception").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LogLevel.Debug, 1)]
    [InlineData(LogLevel.Information, 1)]
    [InlineData(LogLevel.Error, 0)]
    public void Lines_below_the_threshold_are_left_out(LogLevel minimum, int lines)
    {
        LogSample(Logger(minimum), "i-1", 3, 1.5, true);
        Assert.Equal(lines, Encoding.UTF8.GetString(_output.ToArray()).Count(letter => letter == '\n'));
    }

    [Fact]
    public void Lines_of_many_threads_stay_whole()
    {
        var logger = Logger(LogLevel.Information);
        Parallel.For(0, 500, number => LogSample(logger, $"i-{number}", number, 0.5, false));

        var lines = Encoding.UTF8.GetString(_output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(500, lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("count").GetInt32()).Distinct().Count());
    }

    public void Dispose() => _output.Dispose();

    private JsonLineLogger Logger(LogLevel minimum) => new(new JsonLineWriter(_output), _time, minimum);

    [LoggerMessage(EventName = "Sample", Level = LogLevel.Warning, Message = "{Instance} has {Count} of {Share}: {IsOn}")]
    private static partial void LogSample(ILogger logger, string instance, int count, double share, bool isOn);

    [LoggerMessage(EventName = "Failure", Level = LogLevel.Error, Message = "It failed")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}

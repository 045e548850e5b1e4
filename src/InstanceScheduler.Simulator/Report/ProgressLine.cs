using System.Globalization;
using Spectre.Console;

namespace InstanceScheduler.Simulator.Report;

/// <summary>Shows how far the play is: a moving bar on a terminal, a line now and then in a log.</summary>
internal static class ProgressLine
{
    private const int Lines = 10;

    /// <summary>Runs a play of a known number of steps; the play calls its argument after each step with what to show beside the bar.</summary>
    public static async Task RunAsync(IAnsiConsole console, string title, int steps, Func<Action<string>, Task> play)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            await play(PlainLines(console, title, steps));
            return;
        }

        await console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: steps);
                await play(label =>
                {
                    task.Description = Markup.Escape($"{title} {VisibleText.Of(label)}");
                    task.Increment(1);
                });
            });
    }

    private static Action<string> PlainLines(IAnsiConsole console, string title, int steps)
    {
        var done = 0;
        return label =>
        {
            var (before, after) = (Lines * (long)done / steps, Lines * (long)++done / steps);
            if (after > before)
            {
                var percent = string.Create(CultureInfo.InvariantCulture, $"{100L * done / steps} %");
                console.Write(new Text($"{title} {VisibleText.Of(label)} ({percent})\n"));
            }
        };
    }
}

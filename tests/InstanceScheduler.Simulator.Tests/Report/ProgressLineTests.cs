using InstanceScheduler.Simulator.Report;

namespace InstanceScheduler.Simulator.Tests.Report;

public sealed class ProgressLineTests
{
    [Fact]
    public async Task In_a_log_a_play_of_many_steps_writes_ten_lines()
    {
        using var console = new Consoles(width: 80);

        await ProgressLine.RunAsync(console.Console, "Playing", 2016, step =>
        {
            for (var tick = 1; tick <= 2016; tick++)
            {
                step($"tick {tick}");
            }

            return Task.CompletedTask;
        });

        var lines = console.Text.TrimEnd('\n').Split('\n');
        Assert.Equal(10, lines.Length);
        Assert.Equal(("Playing tick 202 (10 %)", "Playing tick 2016 (100 %)"), (lines[0], lines[^1]));
    }

    // The bar draws itself at times of its own, so that only what is left at the end is certain.
    [Fact]
    public async Task On_a_terminal_a_bar_reaches_its_end_whatever_the_labels_hold()
    {
        using var console = new Consoles(width: 100, terminal: true);

        await ProgressLine.RunAsync(console.Console, "Playing [week", 2, step =>
        {
            step("[red]Mon");
            step("Tue\u001b[2J");
            return Task.CompletedTask;
        });

        Assert.Contains("Playing [week Tue[U+001B][2J", console.Text, StringComparison.Ordinal);
        Assert.Contains("100%", console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_play_comes_through()
    {
        using var console = new Consoles(width: 80);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => ProgressLine.RunAsync(console.Console, "Playing", 1, _ => throw new InvalidOperationException("broken")));
    }
}

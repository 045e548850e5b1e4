using System.Text;
using InstanceScheduler.Simulator.Report;

namespace InstanceScheduler.Simulator.Tests.Report;

public sealed class ConsoleTableTests
{
    [Fact]
    public void The_table_reads_as_pinned()
    {
        using var console = new Consoles(width: 80);

        ConsoleTable.Write(console.Console, Report());

        Assert.Equal(Golden("ConsoleTable.txt"), console.Text);
    }

    [Fact]
    public void Colours_are_for_terminals()
    {
        using var log = new Consoles(width: 80);
        using var terminal = new Consoles(width: 80, terminal: true);

        ConsoleTable.Write(log.Console, Report());
        ConsoleTable.Write(terminal.Console, Report());

        Assert.DoesNotContain('\u001b', log.Text);
        Assert.Contains("\u001b[", terminal.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_console(int width)
    {
        using var console = new Consoles(width);

        ConsoleTable.Write(console.Console, Report());

        Assert.All(console.Text.Split('\n'), line => Assert.InRange(line.EnumerateRunes().Sum(rune => rune.Value > 0x2E7F ? 2 : 1), 0, width));
    }

    private static SimulationReport Report()
    {
        PowerSpan[] office = [Reports.Span(0, 9, PowerState.Off), Reports.Span(9, 18, PowerState.On), Reports.Span(18, 48, PowerState.Off)];
        PowerSpan[] always = [Reports.Span(0, 48, PowerState.On)];
        return Reports.Of(
            Reports.Instance("i-0a11c0de000000b01", office, "测试环境-订单") with { Region = "cn-northwest-1" },
            Reports.Instance("i-0a11c0de000000a01", office, "api-test"),
            Reports.Instance("i-0a11c0de000000a02", office, "web"),
            Reports.Instance("i-0a11c0de000000a03", office, "web"),
            Reports.Instance("i-0a11c0de000000a04", always, " ", schedule: null, managed: false),
            Reports.Instance("i-0a11c0de000000a05", always, "[red]a name that goes on and on[/]\u001b[31m", "a-schedule-with-a-long-name") with
            {
                Managed = false,
                Problems = ["Unknown schedule.", "Another."],
            });
    }

    private static string Golden(string name)
    {
        using var stream = typeof(ConsoleTableTests).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

using System.Text;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Report;
using NodaTime;

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

    [Fact]
    public void Kinds_are_told_apart_where_there_are_several()
    {
        using var console = new Consoles(width: 80);

        ConsoleTable.Write(console.Console, Kinds());

        Assert.Equal(
            ["cn-north-1            123456789012", " EC2 instances", "  web", " databases", "  orders", " clusters", "  orders"],
            console.Text.Split('\n')[1..8].Select(line => line.Length < 60 ? line : line[..20].TrimEnd()));
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

    // Ten instances over a year and a half: 14,630.4 hours on, 115,199.9 saved.
    [Fact]
    public void Hours_of_a_large_fleet_stay_on_their_line()
    {
        using var console = new Consoles(width: 80);
        PowerSpan[] mostlyOff = [Reports.Span(0, 1463.04, PowerState.On), Reports.Span(1463.04, 12_983.03, PowerState.Off)];
        var fleet = Enumerable.Range(0, 10).Select(number => Reports.Instance($"i-{number:x17}", mostlyOff, $"web-server-{number}", "cn-office-hours-with-lunch"));

        ConsoleTable.Write(console.Console, Reports.Of([.. fleet]) with { End = Reports.Start + Duration.FromHours(13_000) });

        var lines = console.Text.Split('\n');
        Assert.Equal("Instance             Schedule                On h Saved h Starts Stops Problems", lines[0]);
        Assert.Equal("  web-server-0       cn-office-hours-wit… 1,463.0  11,520      1     2", lines[2]);
        Assert.Equal("All instances        10 of 10 managed      14,630 115,200     10    20", lines[13]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [InlineData(0.04, "0.0")]
    [InlineData(9_999.94, "9,999.9")]
    [InlineData(9_999.96, "10,000")]
    [InlineData(14_630.4, "14,630")]
    [InlineData(115_199.9, "115,200")]
    public void Hours_drop_their_tenths_from_ten_thousand_on(double hours, string text) => Assert.Equal(text, ReportText.Hours(Duration.FromHours(hours)));

    private static SimulationReport Kinds()
    {
        PowerSpan[] always = [Reports.Span(0, 48, PowerState.On)];
        return Reports.Of(
            Reports.Instance("orders", always, type: "cluster") with { Kind = FleetKind.Cluster },
            Reports.Instance("orders", always, type: "db.t3.medium") with { Kind = FleetKind.Database },
            Reports.Instance("i-1", always, "web"));
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

using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.Report;
using NodaTime;

namespace InstanceScheduler.Simulator.Tests.Report;

public sealed class HtmlReportTests
{
    private const string Hostile = "<script>alert(1)</script>\"'&amp;]]><!-- \u202E\u0000订单\U0001F469";

    [Fact]
    public void The_page_is_well_formed_and_in_one_language()
    {
        var page = Parse(Reports.Html(Sample()));

        Assert.Equal("html", page.Root!.Name.LocalName);
        Assert.Equal("en", page.Root.Attribute("lang")?.Value);
        Assert.Equal(["Two days"], page.Descendants("h1").Select(heading => heading.Value), StringComparer.Ordinal);
        Assert.Equal(page.Descendants().Attributes("id").Count(), page.Descendants().Attributes("id").Select(id => id.Value).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_page_needs_nothing_else()
    {
        var page = Parse(Reports.Html(Sample()));

        Assert.DoesNotContain(
            page.Descendants().Attributes(),
            attribute => attribute.Name.LocalName is "src" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.Descendants().Attributes("href"), link => Assert.StartsWith("#", link.Value, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"https?:|@import|url\([^#]", Reports.Html(Sample()));
    }

    [Fact]
    public void The_policy_admits_our_own_style_and_script_only()
    {
        var page = Parse(Reports.Html(Sample()));
        var policy = page.Descendants("meta").Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!.Value;

        Assert.Equal(
            $"default-src 'none'; style-src {Hash("style")}; script-src {Hash("script")}; base-uri 'none'; form-action 'none'",
            policy);

        string Hash(string element) =>
            $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Descendants(element).Single().Value)))}'";
    }

    [Fact]
    public void Names_and_tags_stay_text_wherever_they_appear()
    {
        var spans = new[] { Reports.Span(0, 48, PowerState.On, PowerCause.Human, Hostile) };
        var instance = new InstanceTimeline(Hostile, Hostile, Hostile + "id", Hostile, Hostile, Hostile, Managed: true, spans, 0, 0, [Hostile])
        {
            Note = Hostile,
            Reasons = [new ReasonChange(Reports.Start, Hostile + "2")],
        };
        var report = Reports.Of(instance) with
        {
            Title = Hostile,
            Problems = [new ReportProblem(Hostile, Hostile, 2, Reports.Start)],
            Prices = Reports.Prices with { Currency = Hostile, Note = Hostile },
            CallCounts = [new CallCount(Hostile, 1)],
        };

        var html = Reports.Html(report);
        var page = Parse(html);

        Assert.Single(page.Descendants("script"));
        Assert.Equal("<script>alert(1)</script>\"'&amp;]]><!-- [U+202E][U+0000]订单\U0001F469", page.Descendants("h1").Single().Value);
        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
        Assert.True(page.Descendants("bdi").Count(name => name.Value.Contains("alert(1)", StringComparison.Ordinal)) >= 4);
    }

    [Fact]
    public void A_bar_tells_instance_time_state_reason_and_schedule()
    {
        var instance = Reports.Instance("i-1", [Reports.Span(9, 18, PowerState.On, PowerCause.Scheduler, "period office began")], "api");

        var title = Parse(Reports.Html(Reports.Of(instance))).Descendants("rect").Descendants("title").Single();

        Assert.Equal("api i-1\nMon 26 Oct 09:00 – 18:00 (9 h)\non by the scheduler: period office began\nschedule cn-office-hours", title.Value);
        Assert.Equal(("on", "18.75%", "18.75%"), (title.Parent!.Attribute("class")!.Value, title.Parent.Attribute("x")!.Value, title.Parent.Attribute("width")!.Value));
    }

    [Theory]
    [InlineData(nameof(PowerState.On), nameof(PowerCause.Found), "as it was found", "on, as it was found")]
    [InlineData(nameof(PowerState.Off), nameof(PowerCause.Found), "", "off, as it was found")]
    [InlineData(nameof(PowerState.Off), nameof(PowerCause.Found), "outside of its periods", "off, as it was found: outside of its periods")]
    [InlineData(nameof(PowerState.On), nameof(PowerCause.Human), "by hand", "on, started by hand")]
    [InlineData(nameof(PowerState.Starting), nameof(PowerCause.Human), "", "starting, started by hand")]
    [InlineData(nameof(PowerState.Off), nameof(PowerCause.Human), "by hand", "off, stopped by hand")]
    [InlineData(nameof(PowerState.Stopping), nameof(PowerCause.Human), "in the console", "stopping, stopped by hand: in the console")]
    [InlineData(nameof(PowerState.Gone), nameof(PowerCause.Human), "by hand", "gone by hand")]
    [InlineData(nameof(PowerState.Off), nameof(PowerCause.Cloud), "capacity", "off by AWS: capacity")]
    [InlineData(nameof(PowerState.On), nameof(PowerCause.Scheduler), "", "on by the scheduler")]
    public void Cause_and_reason_make_one_clause(string state, string cause, string reason, string clause) =>
        Assert.Equal(clause, ReportText.What(Reports.Span(0, 1, Enum.Parse<PowerState>(state), Enum.Parse<PowerCause>(cause), reason)));

    [Fact]
    public void A_bar_tells_later_reasons_and_why_an_instance_is_left_alone()
    {
        PowerSpan[] spans = [Reports.Span(0, 9, PowerState.Off, reason: "a"), Reports.Span(9, 48, PowerState.On, reason: "b")];
        var instance = Reports.Instance("i-1", spans, managed: false) with
        {
            Note = "region <x> is not in regions",
            Reasons = [Change(3, "a"), Change(9, "b"), Change(10, "c"), Change(11, "c"), Change(12, "<d>"), Change(48, "e")],
        };

        Assert.Equal(
            [
                "i-1\nMon 26 Oct 00:00 – 09:00 (9 h)\noff by the scheduler: a\nschedule cn-office-hours\nnot managed: region <x> is not in regions",
                "i-1\nMon 26 Oct 09:00 – Wed 28 Oct 00:00 (39 h)\non by the scheduler: b\nsince Mon 26 Oct 10:00: c\nsince Mon 26 Oct 12:00: <d>\n"
                + "schedule cn-office-hours\nnot managed: region <x> is not in regions",
            ],
            Titles(instance),
            StringComparer.Ordinal);
        Assert.Equal("not managed: region <x> is not in regions", Parse(Reports.Html(Reports.Of(instance))).Descendants("td").Elements("small").Single().Value);

        var many = instance with { Note = null, Reasons = [.. Enumerable.Range(1, 8).Select(hour => Change(hour, $"{hour}"))] };
        Assert.EndsWith("\nsince Mon 26 Oct 05:00: 5\nand 3 more\nschedule cn-office-hours", Titles(many)[0], StringComparison.Ordinal);

        static ReasonChange Change(double hour, string reason) => new(Reports.Start + Duration.FromHours(hour), reason);

        static List<string> Titles(InstanceTimeline instance) =>
            [.. Parse(Reports.Html(Reports.Of(instance))).Descendants("rect").Descendants("title").Select(title => title.Value)];
    }

    [Fact]
    public void A_problem_is_listed_once_with_the_instances_that_it_hits()
    {
        var report = Problems();

        var page = Parse(Reports.Html(report));
        var items = page.Descendants("section").Single(section => section.Attribute("class")?.Value == "problems").Descendants("li").ToList();

        Assert.Equal(
            ["hub Unknown schedule. 3 times, first Mon 26 Oct 00:00api web ", "Note.", "other Denied.api ", "more Denied.web ", "Left alone.web "],
            items.Select(item => item.Value),
            StringComparer.Ordinal);
        Assert.Equal("5 ", page.Descendants("dd").Last().Value);
        var rows = page.Descendants("tr").Attributes("id").Select(id => "#" + id.Value).ToList();
        Assert.All(items.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value, rows, StringComparer.Ordinal));
    }

    [Fact]
    public void Databases_and_clusters_of_one_name_have_rows_and_links_of_their_own()
    {
        var rows = new[] { (FleetKind.Database, "cn-north-1"), (FleetKind.Database, "cn-northwest-1"), (FleetKind.Cluster, "cn-north-1") }
            .Select(row => Reports.Instance("orders", [Reports.Span(0, 48, PowerState.On)]) with { Kind = row.Item1, Region = row.Item2 }).ToArray();
        var report = Reports.Of(rows) with { Problems = [new ReportProblem("Denied.") { Resources = [rows[1].Key] }] };

        var page = Parse(Reports.Html(report));

        Assert.Equal(3, page.Descendants("tr").Attributes("id").Select(id => id.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["#database-123456789012-cn-northwest-1-orders"], page.Descendants("li").Descendants("a").Attributes("href").Select(link => link.Value));
        Assert.Equal(["cn-north-1 databases", "cn-north-1 clusters", "cn-northwest-1 databases"], page.Descendants("th").Where(head => head.Attribute("scope")?.Value == "rowgroup").Select(head => head.Value));
    }

    [Fact]
    public void The_console_lists_the_same_problems()
    {
        using var console = new Consoles(width: 80);

        ConsoleProblems.Write(console.Console, Problems());

        Assert.Equal(
            "\nProblems\n- Unknown schedule. [i-1, i-2] (3 times)\n- Note.\n- Denied. [i-1]\n- Denied. [i-2]\n- Left alone. [i-2]\n\n",
            console.Text);
    }

    [Fact]
    public void Hours_on_say_whose_they_are()
    {
        PowerSpan[] spans = [Reports.Span(0, 48, PowerState.On)];

        var page = Parse(Reports.Html(Reports.Of(Reports.Instance("i-1", spans), Reports.Instance("i-2", spans, managed: false))));

        Assert.Equal("48.0 h", page.Descendants("dt").Single(name => name.Value == "Hours on, managed").ElementsAfterSelf("dd").First().Value);
        Assert.Equal("96.0", page.Descendants("tfoot").Descendants("td").First().Value);
    }

    [Theory]
    [InlineData(60, "scroll")]
    [InlineData(61, "scroll tall")]
    public void Only_a_very_long_timeline_scrolls_by_itself(int instances, string box)
    {
        PowerSpan[] spans = [Reports.Span(0, 48, PowerState.On)];
        var html = Reports.Html(Reports.Of([.. Enumerable.Range(0, instances).Select(number => Reports.Instance($"i-{number:x17}", spans))]));

        Assert.Equal(box, Parse(html).Descendants("div").First(div => div.Attribute("class")?.Value.StartsWith("scroll", StringComparison.Ordinal) == true).Attribute("class")!.Value);
        Assert.Contains("(min-width: 37.5rem)", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_curve_counts_what_is_on()
    {
        var report = Reports.Of(
            Reports.Instance("i-1", [Reports.Span(0, 24, PowerState.On), Reports.Span(24, 48, PowerState.Off)]),
            Reports.Instance("i-2", [Reports.Span(12, 24, PowerState.Starting), Reports.Span(24, 30, PowerState.On)]));

        Assert.Equal("M0 2H0V1H720V0H1440V1H1800V2H2880V2Z", Parse(Reports.Html(report)).Descendants("path").Single().Attribute("d")!.Value);
    }

    [Fact]
    public void A_fleet_of_nothing_is_a_page_too() => Assert.Contains("<p>None.</p>", Reports.Html(Reports.Of()), StringComparison.Ordinal);

    [Fact]
    public void A_week_of_a_thousand_instances_stays_a_page_that_opens()
    {
        PowerSpan[] day = [Reports.Span(0, 9, PowerState.Off), Reports.Span(9, 9.1, PowerState.Starting), Reports.Span(9.1, 18, PowerState.On), Reports.Span(18, 18.1, PowerState.Stopping), Reports.Span(18.1, 24, PowerState.Off)];
        var week = Enumerable.Range(0, 7).SelectMany(number => day.Select(span => span with
        {
            From = span.From + Duration.FromDays(number),
            To = span.To + Duration.FromDays(number),
            Reason = "schedule cn-office-hours: a period begins or ends",
        })).ToList();

        Assert.InRange(SizeOf(24), 50_000, 500_000);
        Assert.InRange(SizeOf(1000), 1_000_000, 12_000_000);

        int SizeOf(int count) => Encoding.UTF8.GetByteCount(Reports.Html(
            Reports.Of([.. Enumerable.Range(0, count).Select(number => Reports.Instance($"i-{number:x17}", week, $"web-{number}"))])
                with
            { End = Reports.Start + Duration.FromDays(7) }));
    }

    private static SimulationReport Sample() => Reports.Of(
        Reports.Instance("i-1", [Reports.Span(0, 9, PowerState.Off, PowerCause.Found), Reports.Span(9, 48, PowerState.On)], "api") with { Problems = ["Left alone."] },
        Reports.Instance("i-2", [Reports.Span(0, 48, PowerState.Gone, PowerCause.Cloud)], schedule: null, managed: false)) with
    {
        Problems = [new ReportProblem("Cannot be read.", "interns", 3, Reports.Start)],
        CallCounts = [new CallCount("ec2:DescribeInstances", 1234)],
    };

    private static SimulationReport Problems() => Reports.Of(
        Reports.Instance("i-1", [], "api") with { Problems = ["Unknown schedule.", "Denied."] },
        Reports.Instance("i-2", [], "web") with { Problems = ["Unknown schedule.", "Denied.", "Left alone."] }) with
    {
        Problems =
        [
            new ReportProblem("Unknown schedule. [i-1, i-2]", "hub", 3, Reports.Start),
            new ReportProblem("Note."),
            new ReportProblem("Denied. [i-1]", "other"),
            new ReportProblem("Denied.", "more") { Resources = [new ResourceKey("ec2", "123456789012", "cn-north-1", "i-2")] },
        ],
    };

    internal static XDocument Parse(string html)
    {
        using var text = new StringReader(html);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}

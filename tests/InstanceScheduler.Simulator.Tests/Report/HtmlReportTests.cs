using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
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
        var instance = new InstanceTimeline(Hostile, Hostile, Hostile + "id", Hostile, Hostile, Hostile, Managed: true, spans, 0, 0, [Hostile]);
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

    private static XDocument Parse(string html)
    {
        using var text = new StringReader(html);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}

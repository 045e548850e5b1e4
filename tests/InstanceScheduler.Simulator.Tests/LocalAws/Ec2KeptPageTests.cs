using System.Text;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

/// <summary>Pages that are kept as they were written say what pages that are written anew say.</summary>
public sealed class Ec2KeptPageTests
{
    private const string Account = "123456789012";
    private const string Region = "cn-north-1";

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    // A start and a stop take as long as by default, and what is terminated leaves the listings after an hour.
    private static readonly TimeSpan[] Looks = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(30), TimeSpan.FromHours(3)];

    public static TheoryData<string> Changes => new(All.Keys);

    private static Dictionary<string, Action<Simulator.LocalAws.LocalAws>> All { get; } = new(StringComparer.Ordinal)
    {
        ["nothing"] = _ => { },
        ["a start"] = aws => aws.Ec2.HumanStart(Id(7)),
        ["a stop"] = aws => aws.Ec2.HumanStop(Id(2)),
        ["a shutdown from within"] = aws => aws.Ec2.GuestShutdown(Id(2)),
        ["a termination"] = aws => aws.Ec2.Terminate(Id(3)),
        ["a tag more"] = aws => aws.Ec2.HumanTag(Id(4), "Owner", "people"),
        ["a tag less"] = aws => aws.Ec2.HumanTag(Id(4), "Schedule", null),
        ["a new one"] = aws => aws.Ec2.Add(Instance(13)),
        ["another type"] = aws => aws.Ec2.Region(Account, Region).Change([Id(8)], (members, _) => members[0].Type = "m5.xlarge"),
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_listing_is_the_same_after(string change)
    {
        var (kept, written) = (Fleet(keepsPages: true), Fleet(keepsPages: false));
        foreach (var look in Looks)
        {
            foreach (var (aws, time) in new[] { kept, written })
            {
                time.AdvanceTo(Start + look);
                if (look == Looks[1])
                    All[change](aws);
            }

            // Twice: as it is made, and as it is kept.
            Assert.Equal(Listing(written.Aws), Listing(kept.Aws));
            Assert.Equal(Listing(written.Aws), Listing(kept.Aws));
        }
    }

    [Fact]
    public void A_page_at_rest_is_written_once()
    {
        var (aws, _) = Fleet(keepsPages: true);
        Assert.Null(Kept(aws));
        Listing(aws);
        var first = Kept(aws);
        Listing(aws);
        Assert.NotNull(first);
        Assert.Same(first, Kept(aws));

        aws.Ec2.HumanStart(Id(1));
        Listing(aws);
        Assert.Null(Kept(aws));
    }

    [Fact]
    public void Other_filters_have_pages_of_their_own()
    {
        var (aws, _) = Fleet(keepsPages: true);
        Assert.Contains(Id(1), Page(aws, "&Filter.1.Name=instance-id&Filter.1.Value.1=*1"), StringComparison.Ordinal);
        Assert.DoesNotContain(Id(1), Page(aws, "&Filter.1.Name=instance-id&Filter.1.Value.1=*2"), StringComparison.Ordinal);
    }

    private static WrittenPage? Kept(Simulator.LocalAws.LocalAws aws) =>
        aws.Ec2.Region(Account, Region).Written("0 5 tag-key\nSchedule");

    // All pages.
    private static string Listing(Simulator.LocalAws.LocalAws aws)
    {
        var all = new StringBuilder();
        for (var token = ""; token is not null;)
        {
            var page = Page(aws, $"&MaxResults=5&Filter.1.Name=tag-key&Filter.1.Value.1=Schedule{token}");
            all.Append(page);
            var begin = page.IndexOf("<nextToken>", StringComparison.Ordinal);
            token = begin < 0 ? null : "&NextToken=" + Uri.EscapeDataString(page[(begin + 11)..page.IndexOf("</nextToken>", StringComparison.Ordinal)]);
        }

        return all.ToString();
    }

    private static string Page(Simulator.LocalAws.LocalAws aws, string asked)
    {
        var xml = new XmlBuffer();
        InstanceListing.Describe(
            aws.Ec2.Region(Account, Region),
            new QueryParameters(new WireRequest("POST", "/", "", _ => null, Encoding.UTF8.GetBytes("Action=DescribeInstances" + asked)) { Headers = () => [] }), xml);
        return string.Concat(xml.Pieces.Select(piece => Encoding.UTF8.GetString(piece.Span)));
    }

    private static (Simulator.LocalAws.LocalAws Aws, VirtualTimeProvider Time) Fleet(bool keepsPages)
    {
        var time = new VirtualTimeProvider(Start);
        var aws = new Simulator.LocalAws.LocalAws(new LocalAwsOptions { KeepsPages = keepsPages }, time);
        for (var number = 1; number <= 12; number++)
            aws.Ec2.Add(Instance(number));
        return (aws, time);
    }

    private static LocalInstance Instance(int number) => new()
    {
        Id = Id(number),
        InitialState = number % 2 == 0 ? PowerState.Running : PowerState.Stopped,
        Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["Schedule"] = "office" },
    };

    private static string Id(int number) => $"i-{number:x17}";
}

using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>DescribeInstances, whole or page by page.</summary>
internal static class InstanceListing
{
    public static int Describe(FleetRegion region, QueryParameters input, XmlBuffer output)
    {
        if (region.Denies("ec2:DescribeInstances"))
        {
            throw InstanceErrors.Unauthorized(region, "ec2:DescribeInstances", null);
        }

        var query = new InstanceQuery([.. Filters(input)]);
        var ids = input.List("InstanceId");
        var pageSize = ListingPage.Size(input);
        if (ids.Count > 0)
        {
            ListingPage.EnsureNone(pageSize, "instancesSet");
            return Write(region, region.Get(ids, query), null, output);
        }

        var (after, limit) = (ListingPage.After(input), pageSize ?? int.MaxValue);
        return region.KeepsPages ? WriteKept(region, query, after, limit, output) : Write(region, region.List(query, after, limit), output);
    }

    private static int WriteKept(FleetRegion region, InstanceQuery query, long after, int limit, XmlBuffer output)
    {
        var key = $"{after} {limit} {query.Key}";
        if (region.Written(key) is not { } page)
        {
            var listed = region.List(query, after, limit);
            var xml = new XmlBuffer();
            page = new WrittenPage(Count: Write(region, listed, xml), Xml: xml.Written.ToArray());
            region.Keep(key, page, listed.Version);
        }

        output.Kept(page.Xml);
        return page.Count;
    }

    private static int Write(FleetRegion region, InstancePage page, XmlBuffer output) =>
        Write(region, page.Views, page.More ? ListingPage.Token(page.Views[^1].Sequence) : null, output);

    private static int Write(FleetRegion region, IReadOnlyList<InstanceView> views, string? nextToken, XmlBuffer output)
    {
        output.Raw("<reservationSet>"u8);
        InstanceXml.WriteReservations(output, region, views);
        output.Raw("</reservationSet>"u8);
        if (nextToken is not null)
        {
            output.Element("nextToken"u8, nextToken);
        }

        return views.Count;
    }

    private static IEnumerable<InstanceFilter> Filters(QueryParameters input) =>
        input.Structures("Filter", "Name").Select(prefix => new InstanceFilter(input[prefix + ".Name"]!, input.List(prefix + ".Value")));
}

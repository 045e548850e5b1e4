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

        var (views, more) = region.List(query, ListingPage.After(input), pageSize ?? int.MaxValue);
        return Write(region, views, more ? ListingPage.Token(views[^1].Sequence) : null, output);
    }

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

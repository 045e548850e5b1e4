using System.Globalization;
using System.Text;
using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ec2;

/// <summary>DescribeInstances, whole or page by page.</summary>
internal static class InstanceListing
{
    private const int SmallestPage = 5;
    private const int LargestPage = 1000;
    private const string TokenPrefix = "after:";

    public static int Describe(FleetRegion region, QueryParameters input, XmlBuffer output)
    {
        if (region.Denies("ec2:DescribeInstances"))
        {
            throw InstanceErrors.Unauthorized(region, "ec2:DescribeInstances", null);
        }

        var query = new InstanceQuery([.. Filters(input)]);
        var ids = input.List("InstanceId");
        var pageSize = PageSize(input["MaxResults"]);
        if (ids.Count > 0)
        {
            if (pageSize is not null)
            {
                throw new AwsException(
                    "InvalidParameterCombination", "The parameter instancesSet cannot be used with the parameter maxResults");
            }

            return Write(region, region.Get(ids, query), null, output);
        }

        var (views, more) = region.List(query, After(input["NextToken"]), pageSize ?? int.MaxValue);
        return Write(region, views, more ? Token(views[^1].Sequence) : null, output);
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

    private static int? PageSize(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size))
        {
            throw new AwsException("InvalidParameterValue", $"Invalid value '{text}' for maxResults. Must be an integer.");
        }

        return size switch
        {
            < SmallestPage => throw Outside(size, $"greater than or equal to {SmallestPage}"),
            > LargestPage => throw Outside(size, $"less than or equal to {LargestPage}"),
            _ => size,
        };
    }

    private static AwsException Outside(int size, string expected) =>
        new("InvalidParameterValue", $"Value ( {size} ) for parameter maxResults is invalid. Expecting a value {expected}.");

    private static string Token(long sequence) => Convert.ToBase64String(Encoding.ASCII.GetBytes(TokenPrefix + sequence));

    private static long After(string? token)
    {
        if (token is null)
        {
            return 0;
        }

        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length) is var text
            && text.StartsWith(TokenPrefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(TokenPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : throw new AwsException("InvalidParameterValue", "Unable to parse pagination token");
    }
}

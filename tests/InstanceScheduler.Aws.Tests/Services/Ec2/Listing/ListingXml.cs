using System.Security;
using System.Text;
using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Ec2.Listing;

namespace InstanceScheduler.Aws.Tests.Services.Ec2.Listing;

/// <summary>Pages as EC2 sends them, with as much in them as a test needs.</summary>
internal static class ListingXml
{
    public static string Page(string inside) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>{inside}</DescribeInstancesResponse>""";

    /// <summary>A page with one instance in it.</summary>
    public static string PageOf(string instance) =>
        Page($"<reservationSet><item><reservationId>r-1</reservationId><instancesSet>{instance}</instancesSet></item></reservationSet>");

    public static string Instance(string id, string elements, params (string Key, string Value)[] tags) =>
        $"<item><instanceId>{id}</instanceId>{elements}<tagSet>{string.Concat(tags.Select(tag => $"<item><key>{SecurityElement.Escape(tag.Key)}</key><value>{SecurityElement.Escape(tag.Value)}</value></item>"))}</tagSet></item>";

    public static InstancePage Read(this PageReader reader, string xml) => reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)));

    /// <summary>The one instance of a page.</summary>
    public static ManagedInstance ReadOne(this PageReader reader, string instance) => Assert.Single(reader.Read(PageOf(instance)).Instances);
}

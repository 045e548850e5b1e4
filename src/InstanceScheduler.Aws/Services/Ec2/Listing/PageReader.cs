using System.Xml;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Reads the pages of one listing, and of each instance what the scheduler looks at.</summary>
internal sealed class PageReader(string tagName)
{
    private readonly InstanceReader _instances = new(tagName);

    /// <exception cref="XmlException">This is no XML, or only the beginning of some.</exception>
    public InstancePage Read(Stream stream)
    {
        using var xml = new XmlCursor(stream);
        var page = new InstancePage();
        var root = xml.Depth;
        while (xml.MoveToChild(root))
            if (xml.Name.SequenceEqual("reservationSet"u8))
                ReadReservations(xml, page);
            else if (xml.Name.SequenceEqual("nextToken"u8))
                page.NextToken = xml.ReadText() is { IsEmpty: false } token ? token.ToString() : null;
        return page;
    }

    private void ReadReservations(XmlCursor xml, InstancePage page)
    {
        var (set, item) = (xml.Depth, xml.Depth + 1);
        while (xml.MoveToChild(set))
            while (xml.MoveToChild(item))
                if (xml.Name.SequenceEqual("instancesSet"u8))
                    ReadInstances(xml, page);
    }

    private void ReadInstances(XmlCursor xml, InstancePage page)
    {
        var set = xml.Depth;
        while (xml.MoveToChild(set))
            if (_instances.Read(xml) is { } instance)
                page.Instances.Add(instance);
    }
}

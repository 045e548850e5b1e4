using System.Xml;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Reads the pages of one listing, and of each instance what the scheduler looks at.</summary>
internal sealed class PageReader
{
    private readonly NameTable _names = new();
    private readonly InstanceReader _instances;
    private readonly string _reservations;
    private readonly string _instancesOfOne;
    private readonly string _nextToken;

    public PageReader(string tagName)
    {
        _instances = new InstanceReader(tagName, _names);
        (_reservations, _instancesOfOne, _nextToken) = (_names.Add("reservationSet"), _names.Add("instancesSet"), _names.Add("nextToken"));
    }

    /// <exception cref="XmlException">This is no XML, or only the beginning of some.</exception>
    public InstancePage Read(Stream stream)
    {
        using var xml = new XmlCursor(stream, _names);
        var page = new InstancePage();
        var root = xml.Depth;
        while (xml.MoveToChild(root))
            if (ReferenceEquals(xml.Name, _reservations))
                ReadReservations(xml, page);
            else if (ReferenceEquals(xml.Name, _nextToken))
                page.NextToken = xml.ReadText() is { IsEmpty: false } token ? token.ToString() : null;
        return page;
    }

    private void ReadReservations(XmlCursor xml, InstancePage page)
    {
        var (set, item) = (xml.Depth, xml.Depth + 1);
        while (xml.MoveToChild(set))
            while (xml.MoveToChild(item))
                if (ReferenceEquals(xml.Name, _instancesOfOne))
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

using System.Xml;
using BenchmarkDotNet.Attributes;
using InstanceScheduler.Aws.Services.Ec2.Listing;
using InstanceScheduler.Benchmarks.Load;
using InstanceScheduler.Simulator.LocalAws.Ec2;

namespace InstanceScheduler.Benchmarks.Micro;

/// <summary>A page of a thousand instances: read for a run, and passed by the framework's reader that looks at nothing.</summary>
public class ListingBenchmarks
{
    private const int PageSize = 1000;

    private byte[] _page = [];

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        var office = new OfficeStage(OfficeStage.At("10:00"));
        office.AddInstances(PageSize, PowerState.Running);
        _page = (await ListingPages.ReadAsync(office.Stage.Aws)).Single();
    }

    [Benchmark]
    public int Page() => new PageReader("Schedule").Read(new MemoryStream(_page)).Instances.Count;

    [Benchmark]
    public int BareXmlReader()
    {
        var nodes = 0;
        using var xml = XmlReader.Create(new MemoryStream(_page));
        while (xml.Read())
            nodes++;
        return nodes;
    }
}

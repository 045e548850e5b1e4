using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using InstanceScheduler.Simulator.LocalAws;

namespace InstanceScheduler.Benchmarks.Load;

/// <summary>The pages that a run reads, and what it costs to read them as XML and look at nothing.</summary>
internal static class ListingPages
{
    private const string Region = "cn-north-1";
    private const int Passes = 5;
    private const long EnoughBytes = 100_000_000;

    public static async Task<IReadOnlyList<byte[]>> ReadAsync(LocalAws aws)
    {
        using var http = new HttpClient(aws.CreateHandler());
        var pages = new List<byte[]>();
        for (string? token = ""; token is not null;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"http://ec2.{Region}.amazonaws.com.cn/")
            {
                Content = new StringContent(
                    $"Action=DescribeInstances&Version=2016-11-15&MaxResults=1000&Filter.1.Name=tag-key&Filter.1.Value.1=Schedule{token}",
                    Encoding.UTF8, "application/x-www-form-urlencoded"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "AWS4-HMAC-SHA256", $"Credential={AccountKeys.HubKey}/20261123/{Region}/ec2/aws4_request, SignedHeaders=host, Signature=00");
            using var response = await http.SendAsync(request);
            var page = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            pages.Add(page);
            token = TokenAfter(page);
        }

        return pages;
    }

    /// <summary>CPU of a pass of a bare reader over all pages, measured some times, in ms; none without pages.</summary>
    public static IReadOnlyList<double> BarePasses(IReadOnlyList<byte[]> pages)
    {
        if (pages is [])
            return [];
        // The system tells CPU to some ms: a short pass is made often enough.
        var repeats = (int)Math.Max(1, EnoughBytes / pages.Sum(page => (long)page.Length));
        return [.. Enumerable.Range(0, Passes).Select(_ => BarePass(pages, repeats) / repeats)];
    }

    private static double BarePass(IReadOnlyList<byte[]> pages, int repeats)
    {
        var before = ProcessCpu.OfThread();
        foreach (var page in Enumerable.Repeat(pages, repeats).SelectMany(same => same))
        {
            using var xml = XmlReader.Create(new MemoryStream(page));
            while (xml.Read())
            {
            }
        }

        return (ProcessCpu.OfThread() - before).TotalMilliseconds;
    }

    private static string? TokenAfter(byte[] page)
    {
        var tail = Encoding.UTF8.GetString(page.AsSpan(Math.Max(0, page.Length - 500)));
        var begin = tail.IndexOf("<nextToken>", StringComparison.Ordinal);
        return begin < 0 ? null : "&NextToken=" + Uri.EscapeDataString(tail[(begin + 11)..tail.IndexOf("</nextToken>", StringComparison.Ordinal)]);
    }
}

using System.Net;
using System.Text;

namespace InstanceScheduler.Aws.Tests.Services.Ec2.Listing;

/// <summary>An EC2 that answers with these pages, one after the other.</summary>
internal sealed class ScriptedListing(params string[] pages) : HttpMessageHandler
{
    private int _read;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(pages[_read++], Encoding.UTF8, "text/xml"), RequestMessage = request });
}

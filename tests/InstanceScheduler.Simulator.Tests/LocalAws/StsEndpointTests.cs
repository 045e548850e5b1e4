using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

public sealed class StsEndpointTests
{
    [Theory]
    // The global endpoint signs for us-east-1, in whichever region its callers are; China has none.
    [InlineData("cn-north-1", "cn-north-1", null)]
    [InlineData("cn-north-1", "cn-northwest-1", "InvalidClientTokenId")]
    [InlineData("cn-north-1", "us-east-1", "InvalidClientTokenId")]
    [InlineData("eu-west-1", "eu-west-1", null)]
    [InlineData("eu-west-1", "us-east-1", null)]
    [InlineData("eu-west-1", "us-west-2", "InvalidClientTokenId")]
    public async Task A_region_is_served_by(string region, string signedFor, string? expected)
    {
        var options = new LocalAwsOptions { HubRegion = region, Regions = ImmutableArray.Create(region) };
        using var handler = new Simulator.LocalAws.LocalAws(options, TimeProvider.System).CreateHandler();
        using var http = new HttpClient(handler) { BaseAddress = new Uri("http://localaws") };

        var (_, answer) = await new SignedForm("sts", "2011-06-15", signedFor).PostAsync(http, "GetCallerIdentity");

        Assert.Equal(expected, SignedForm.Text(answer, "Code"));
        Assert.Equal(expected is null ? options.HubAccount : null, SignedForm.Text(answer, "Account"));
    }
}

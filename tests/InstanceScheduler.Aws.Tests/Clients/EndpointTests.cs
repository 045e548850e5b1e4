using System.Net;
using Amazon.SecurityToken.Model;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Simulator.LocalAws.Hosting;

namespace InstanceScheduler.Aws.Tests.Clients;

/// <summary>Where calls go when no endpoint is given.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("cn-north-1", "sts.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-northwest-1", "sts.cn-northwest-1.amazonaws.com.cn")]
    [InlineData("us-east-1", "sts.us-east-1.amazonaws.com")]
    [InlineData("eu-central-1", "sts.eu-central-1.amazonaws.com")]
    [InlineData("ap-east-1", "sts.ap-east-1.amazonaws.com")] // has to be opted in to
    [InlineData("us-gov-west-1", "sts.us-gov-west-1.amazonaws.com")]
    public async Task Roles_are_assumed_at_the_endpoint_of_the_functions_region(string region, string host)
    {
        using var handler = new HostRecorder();
        var clients = new AwsClients(region, LocalClientConfig.HubCredentials, new InProcessHttpClientFactory(handler));

        await Assert.ThrowsAnyAsync<Exception>(() => clients.Sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = "arn:aws-cn:iam::222222222222:role/r", RoleSessionName = "name" }));

        Assert.Equal($"https://{host}", handler.Origin);
        Assert.Contains($"/{region}/sts/aws4_request", handler.Authorization, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cn-northwest-1", "ec2.cn-northwest-1.amazonaws.com.cn")]
    [InlineData("ap-east-1", "ec2.ap-east-1.amazonaws.com")]
    [InlineData("cn-south-9", "ec2.cn-south-9.amazonaws.com.cn")] // younger than the SDK
    public async Task Instances_are_listed_at_the_endpoint_of_their_region(string region, string host)
    {
        using var handler = new HostRecorder();
        var clients = new AwsClients("cn-north-1", LocalClientConfig.HubCredentials, new InProcessHttpClientFactory(handler));

        await Assert.ThrowsAnyAsync<Exception>(() => clients.Ec2(region).DescribeInstancesAsync(new()));

        Assert.Equal($"https://{host}", handler.Origin);
        Assert.Contains($"/{region}/ec2/aws4_request", handler.Authorization, StringComparison.Ordinal);
    }

    private sealed class HostRecorder : HttpMessageHandler
    {
        public string? Origin { get; private set; }

        public string? Authorization { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Origin = request.RequestUri!.GetLeftPart(UriPartial.Authority);
            Authorization = request.Headers.NonValidated["Authorization"].ToString();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { RequestMessage = request, Content = new StringContent("") });
        }
    }
}

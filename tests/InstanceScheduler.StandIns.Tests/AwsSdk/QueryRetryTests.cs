using System.Net;
using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

public sealed class QueryRetryTests
{
    [Theory]
    [InlineData(400, "Throttling")]
    [InlineData(400, "RequestLimitExceeded")]
    [InlineData(500, "InternalFailure")]
    public async Task A_passing_fault_is_tried_again(int status, string code)
    {
        var service = Recovering(status, code);
        using var client = new HastyClient(service, retries: 2);

        var answer = await client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { Marker = "m" });

        Assert.Equal("next", answer.Marker);
        Assert.Equal(3, service.Requests.Count);
        Assert.All(service.Requests, sent => Assert.Equal(service.Requests[0].Body, sent.Body));
    }

    [Theory]
    [InlineData(400, "Throttling")]
    [InlineData(500, "InternalFailure")]
    public async Task Without_retries_the_first_fault_is_the_answer(int status, string code)
    {
        var service = Recovering(status, code);
        using var client = new HastyClient(service, retries: 0);

        var thrown = await Assert.ThrowsAsync<AmazonRDSException>(() => client.DescribeDBInstancesAsync(new DescribeDBInstancesRequest()));

        Assert.Equal(code, thrown.ErrorCode);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        var service = Recovering(400, "InvalidDBInstanceState");
        using var client = new HastyClient(service, retries: 2);

        await Assert.ThrowsAsync<InvalidDBInstanceStateException>(
            () => client.StopDBInstanceAsync(new StopDBInstanceRequest { DBInstanceIdentifier = "db-1" }));

        Assert.Single(service.Requests);
    }

    private static FakeService Recovering(int status, string code)
    {
        var service = new FakeService(body: QueryXml.Answer("DescribeDBInstances", "<Marker>next</Marker>"));
        service.Earlier.Enqueue(((HttpStatusCode)status, QueryXml.Error(code)));
        service.Earlier.Enqueue(((HttpStatusCode)status, QueryXml.Error(code)));
        return service;
    }

    /// <summary>A client as it is, but for the waits between tries.</summary>
    private sealed class HastyClient(FakeService service, int retries)
        : AmazonRDSClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), With(service, retries))
    {
        protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
        {
            base.CustomizeRuntimePipeline(pipeline);
            pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new NoWait(Config)));
        }

        private static AmazonRDSConfig With(FakeService service, int retries)
        {
            var config = QueryClients.Apart(new AmazonRDSConfig(), service);
            config.MaxErrorRetry = retries;
            return config;
        }
    }

    private sealed class NoWait(IClientConfig config) : StandardRetryPolicy(config)
    {
        public override Task WaitBeforeRetryAsync(IExecutionContext executionContext) => Task.CompletedTask;
    }
}

using System.Net;
using Amazon;
using Amazon.CloudFormation;
using Amazon.RDS;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;

namespace InstanceScheduler.StandIns.Tests.AwsSdk;

/// <summary>Clients for a fake service, in Beijing and without retries.</summary>
internal static class QueryClients
{
    private static readonly AWSCredentials Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret");

    public static AmazonRDSClient Rds(FakeService service) => new(Credentials, Apart(new AmazonRDSConfig(), service));

    public static AmazonRDSClient Rds(string action, string result) => Rds(new FakeService(body: QueryXml.Answer(action, result)));

    public static AmazonSimpleNotificationServiceClient Sns(FakeService service) =>
        new(Credentials, Apart(new AmazonSimpleNotificationServiceConfig(), service));

    public static AmazonCloudFormationClient CloudFormation(FakeService service) =>
        new(Credentials, Apart(new AmazonCloudFormationConfig(), service));

    public static FakeService Failing(int status, string code) => new((HttpStatusCode)status, QueryXml.Error(code));

    public static T Apart<T>(T config, FakeService service) where T : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.CNNorth1;
        config.HttpClientFactory = service;
        config.MaxErrorRetry = 0;
        return config;
    }
}

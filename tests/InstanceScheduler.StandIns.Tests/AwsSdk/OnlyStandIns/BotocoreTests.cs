using System.Collections;
using System.Reflection;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.RDS;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Xunit.Abstractions;

namespace InstanceScheduler.StandIns.Tests.AwsSdk.OnlyStandIns;

public sealed class BotocoreTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void The_services_are_the_models_services()
    {
        Assert.Equal(Facts(new AmazonRDSConfig()), Facts(Rds()));
        Assert.Equal(Facts(new AmazonSimpleNotificationServiceConfig()), Facts(Sns()));
        Assert.Equal(Facts(new AmazonCloudFormationConfig()), Facts(CloudFormation()));
    }

    [SkippableTheory]
    [MemberData(nameof(RdsCalls.Names), MemberType = typeof(RdsCalls))]
    public async Task Every_field_that_goes_out_is_in_the_model(string action)
    {
        var model = Rds();
        var service = new FakeService(body: QueryXml.Answer(action, ""));
        using var client = QueryClients.Rds(service);

        await RdsCalls.All[action](client);

        var fields = Form.Of(service.Requests.Single()).Keys.Except(["Action", "Version"]);
        Assert.All(fields, field => Assert.True(model.Accepts(action, field), field));
    }

    [SkippableTheory]
    [MemberData(nameof(RdsCalls.Names), MemberType = typeof(RdsCalls))]
    public async Task Every_member_that_comes_in_is_in_the_model(string action)
    {
        using var client = QueryClients.Rds(action, Rds().Sample(action));

        var answer = await RdsCalls.All[action](client);

        Assert.Empty(Unset(answer, action));
    }

    [SkippableTheory]
    [MemberData(nameof(RdsCalls.Names), MemberType = typeof(RdsCalls))]
    public async Task Every_error_in_the_model_has_its_exception(string action)
    {
        foreach (var (shape, code, status) in Rds().Errors(action))
        {
            using var client = QueryClients.Rds(QueryClients.Failing(status, code));

            var thrown = await Assert.ThrowsAnyAsync<AmazonRDSException>(() => RdsCalls.All[action](client));

            Assert.Equal((ExceptionOf(shape), code), (thrown.GetType().Name, thrown.ErrorCode));
        }
    }

    [SkippableFact]
    public async Task Publishing_is_as_in_the_model()
    {
        var model = Sns();
        var service = new FakeService(body: QueryXml.Answer("Publish", model.Sample("Publish")));
        using var client = QueryClients.Sns(service);

        var answer = await client.PublishAsync(new PublishRequest
        {
            TopicArn = "t",
            TargetArn = "t",
            Subject = "s",
            Message = "m",
            MessageStructure = "json",
        });

        Assert.Empty(Unset(answer, "Publish"));
        var fields = Form.Of(service.Requests.Single()).Keys.Except(["Action", "Version"]);
        Assert.All(fields, field => Assert.True(model.Accepts("Publish", field), field));
        foreach (var (shape, code, status) in model.Errors("Publish"))
        {
            using var failing = QueryClients.Sns(QueryClients.Failing(status, code));
            var thrown = await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(
                () => failing.PublishAsync(new PublishRequest()));
            Assert.Equal((ExceptionOf(shape), code), (thrown.GetType().Name, thrown.ErrorCode));
        }
    }

    [SkippableFact]
    public async Task Asking_for_a_resource_is_as_in_the_model()
    {
        var model = CloudFormation();
        var service = new FakeService(body: QueryXml.Answer("DescribeStackResource", model.Sample("DescribeStackResource")));
        using var client = QueryClients.CloudFormation(service);

        var answer = await client.DescribeStackResourceAsync(
            new DescribeStackResourceRequest { StackName = "s", LogicalResourceId = "l" });

        Assert.Empty(Unset(answer, "DescribeStackResource"));
        var fields = Form.Of(service.Requests.Single()).Keys.Except(["Action", "Version"]).ToArray();
        Assert.All(fields, field => Assert.True(model.Accepts("DescribeStackResource", field), field));
        Assert.Equal(2, fields.Length);
        Assert.Empty(model.Errors("DescribeStackResource"));
    }

    [SkippableFact]
    public void The_statuses_are_those_of_the_model()
    {
        var known = typeof(ResourceStatus).GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(field => field.Name, field => field.GetValue(null)!.ToString());

        Assert.Equal(CloudFormation().Values("ResourceStatus").Order(StringComparer.Ordinal), known.Values.Order(StringComparer.Ordinal));
        Assert.All(known, status => Assert.Equal(status.Key, status.Value));
    }

    private static (string?, string?, string?) Facts(ClientConfig config) =>
        (config.ServiceId, config.ServiceVersion, config.RegionEndpointServiceName);

    private static (string?, string?, string?) Facts(BotocoreModel model) => (
        model.Metadata.GetProperty("serviceId").GetString(),
        model.Metadata.GetProperty("apiVersion").GetString(),
        model.Metadata.GetProperty("endpointPrefix").GetString());

    /// <summary>The official generator's name for an error shape.</summary>
    private static string ExceptionOf(string shape)
    {
        var name = shape.EndsWith("Fault", StringComparison.Ordinal) ? shape[..^"Fault".Length] : shape;
        return name.EndsWith("Exception", StringComparison.Ordinal) ? name : name + "Exception";
    }

    /// <summary>The paths of members that are null although the answer had everything.</summary>
    private static IEnumerable<string> Unset(object value, string path) => value switch
    {
        string or ValueType or ConstantClass => [],
        IEnumerable items => items.Cast<object>().SelectMany(item => Unset(item, path + "[]")),
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .SelectMany(member => member.GetValue(value) is { } inner ? Unset(inner, $"{path}.{member.Name}") : [$"{path}.{member.Name}"]),
    };

    private BotocoreModel Rds() => Load("rds", "2014-10-31");

    private BotocoreModel Sns() => Load("sns", "2010-03-31");

    private BotocoreModel CloudFormation() => Load("cloudformation", "2010-05-15");

    private BotocoreModel Load(string service, string version)
    {
        const string Reason = "no Python package 'botocore': nobody else judges the wire names. Install it to have them checked.";
        var model = BotocoreModel.Load(service, version);
        if (model is null)
            output.WriteLine("SKIPPED: " + Reason);
        Skip.If(model is null, Reason);
        return model!;
    }
}

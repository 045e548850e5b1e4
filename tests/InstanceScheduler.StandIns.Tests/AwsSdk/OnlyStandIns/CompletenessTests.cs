using System.Reflection;
using Amazon.RDS;

namespace InstanceScheduler.StandIns.Tests.AwsSdk.OnlyStandIns;

/// <summary>The tables of the other tests leave nothing of the stand-ins out.</summary>
public sealed class CompletenessTests
{
    [Fact]
    public void Every_operation_has_a_call()
    {
        var operations = typeof(IAmazonRDS).GetMethods().Select(method => method.Name.Replace("Async", "", StringComparison.Ordinal));

        Assert.Equal(RdsCalls.All.Keys.Order(StringComparer.Ordinal), operations.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RdsCalls.Names), MemberType = typeof(RdsCalls))]
    public async Task Every_field_of_a_request_is_set_and_sent(string action)
    {
        var service = new FakeService(body: QueryXml.Answer(action, ""));
        using var client = QueryClients.Rds(service);
        await RdsCalls.All[action](client);

        var request = typeof(AmazonRDSClient).Assembly.GetType($"Amazon.RDS.Model.{action}Request", throwOnError: true)!;
        var fields = request.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(p => p.Name);
        var sent = Form.Of(service.Requests.Single()).Keys.Select(name => name.Split('.')[0]).Distinct();
        Assert.Equal(fields.Append("Action").Append("Version").Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_exception_has_a_row()
    {
        var exceptions = typeof(AmazonRDSException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AmazonRDSException)));

        Assert.Empty(exceptions.Except(RdsErrorTests.Rows.Select(row => (Type)row[3])));
    }
}

using System.Text;
using InstanceScheduler.Simulator.Clock;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Permissions;
using InstanceScheduler.Simulator.LocalAws.Sts;

namespace InstanceScheduler.Simulator.Tests.LocalAws;

/// <summary>Calls are taken down in the terms of IAM: who needs which action on which resource.</summary>
public sealed class CallShapeTests : IDisposable
{
    private const string Managed = "222222222222";
    private const string Function = "S-InstanceSchedulerMain";

    private readonly Simulator.LocalAws.LocalAws _aws =
        new(new LocalAwsOptions(), new VirtualTimeProvider(LocalAwsTest.Start)) { Recording = new CallRecording() };

    private readonly HttpClient _http;
    private readonly string _topic;
    private readonly string _role;

    public CallShapeTests()
    {
        _aws.Dynamo.Create("my-config", "type", "name");
        _aws.Dynamo.Create("my-state", "service", "account-region");
        _aws.Dynamo.Create("other", "id");
        _aws.Functions.Register(Function, TimeSpan.FromMinutes(5));
        _topic = _aws.Topics.Add("issues");
        _role = _aws.Roles.Add(new LocalRole { Name = "Scheduler", Account = Managed, Path = "/team/" });
        _http = new HttpClient(_aws.CreateHandler()) { BaseAddress = new Uri("http://localaws") };
    }

    public static TheoryData<string, string, string[]> Forms => new()
    {
        { "ec2", "Action=DescribeInstances", ["ec2:DescribeInstances *"] },
        { "ec2", "Action=DescribeVolumes&VolumeId.1=vol-1", ["ec2:DescribeVolumes *"] },
        { "ec2", "Action=StartInstances&InstanceId.1=i-1&InstanceId.2=i-2", ["ec2:StartInstances {ec2}instance/{instance}"] },
        { "ec2", "Action=CreateTags&ResourceId.1=i-1&Tag.1.Key=a&Tag.1.Value=b&Tag.2.Key=c&Tag.2.Value=d", ["ec2:CreateTags {ec2}instance/{instance} aws:TagKeys={tag}"] },
        { "ec2", "Action=DeleteTags&ResourceId.1=i-1&Tag.1.Key=Schedule&Tag.2.Key=a", ["ec2:DeleteTags {ec2}instance/{instance} aws:TagKeys=Schedule|{tag}"] },
        { "ec2", "Action=ModifyInstanceAttribute&InstanceId=i-1&InstanceType.Value=t3.micro", ["ec2:ModifyInstanceAttribute {ec2}instance/{instance} ec2:Attribute=InstanceType"] },
        { "rds", "Action=StopDBInstance&Version=2014-10-31&DBInstanceIdentifier=d", ["rds:StopDBInstance {rds}db:{database}"] },
        { "rds", "Action=StopDBInstance&Version=2014-10-31&DBInstanceIdentifier=d&DBSnapshotIdentifier=s-stopped-d", ["rds:StopDBInstance {rds}db:{database}", "rds:StopDBInstance {rds}snapshot:{stack}-stopped-{database}"] },
        { "rds", "Action=DeleteDBSnapshot&Version=2014-10-31&DBSnapshotIdentifier=stopped-d", ["rds:DeleteDBSnapshot {rds}snapshot:stopped-{database}"] },
        { "rds", "Action=DeleteDBSnapshot&Version=2014-10-31&DBSnapshotIdentifier=mine", ["rds:DeleteDBSnapshot {rds}snapshot:mine"] },
        { "rds", "Action=StartDBCluster&Version=2014-10-31&DBClusterIdentifier=c", ["rds:StartDBCluster {rds}cluster:{cluster}"] },
        { "rds", "Action=AddTagsToResource&Version=2014-10-31&ResourceName=arn:aws-cn:rds:cn-north-1:123456789012:cluster:c&Tags.Tag.1.Key=a&Tags.Tag.1.Value=b", ["rds:AddTagsToResource {rds}cluster:{cluster} aws:TagKeys={tag}"] },
        { "rds", "Action=RemoveTagsFromResource&Version=2014-10-31&ResourceName=arn:aws-cn:rds:cn-north-1:123456789012:db:d&TagKeys.member.1=Schedule", ["rds:RemoveTagsFromResource {rds}db:{database} aws:TagKeys=Schedule"] },
        { "cloudformation", "Action=DescribeStackResource&Version=2010-05-15&StackName=S&LogicalResourceId=Main", ["cloudformation:DescribeStackResource {cloudformation}stack/{stack}/{id}"] },
        { "sts", "Action=GetCallerIdentity&Version=2011-06-15", [] },
    };

    public static TheoryData<string, string, string[]> Documents => new()
    {
        { "DynamoDB_20120810.Scan", """{"TableName": "my-config"}""", ["dynamodb:Scan {dynamodb}table/{ConfigTable}"] },
        { "DynamoDB_20120810.Query", """{"TableName": "my-state"}""", ["dynamodb:Query {dynamodb}table/{StateTable}"] },
        { "DynamoDB_20120810.GetItem", """{"TableName": "other"}""", ["dynamodb:GetItem {dynamodb}table/other"] },
        {
            "DynamoDB_20120810.TransactWriteItems",
            """{"TransactItems": [{"Put": {"TableName": "my-config"}}, {"Delete": {"TableName": "my-config"}}, {"ConditionCheck": {"TableName": "my-state"}}]}""",
            ["dynamodb:PutItem {dynamodb}table/{ConfigTable}", "dynamodb:DeleteItem {dynamodb}table/{ConfigTable}", "dynamodb:ConditionCheckItem {dynamodb}table/{StateTable}"]
        },
        { "AmazonSSM.GetParametersByPath", """{"Path": "/lambdaEnvConfig/S-InstanceSchedulerMain/"}""", ["ssm:GetParametersByPath {ssm}parameter/lambdaEnvConfig/{function}"] },
        { "AmazonSSM.GetParametersByPath", """{"Path": "/lambdaEnvConfig/InstanceSchedulerMain"}""", ["ssm:GetParametersByPath {ssm}parameter/lambdaEnvConfig/InstanceSchedulerMain"] },
        { "AmazonSSM.GetParametersByPath", """{"Path": "/mine"}""", ["ssm:GetParametersByPath {ssm}parameter/{settings}"] },
        { "AmazonSSM.GetParameters", """{"Names": ["/a/b", "c"]}""", ["ssm:GetParameters {ssm}parameter/{parameter}"] },
        { "AmazonSSM.DescribeMaintenanceWindows", "{}", ["ssm:DescribeMaintenanceWindows *"] },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_needs(string service, string form, string[] needs)
    {
        await SendAsync(service, form, AccountKeys.FunctionKey);

        Assert.Equal(Shapes(needs, Principal.Function), _aws.Recording!.Shapes);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_needs(string target, string body, string[] needs)
    {
        await SendAsync(target.StartsWith("Dynamo", StringComparison.Ordinal) ? "dynamodb" : "ssm", body, AccountKeys.FunctionKey, target);

        Assert.Equal(Shapes(needs, Principal.Function), _aws.Recording!.Shapes);
    }

    [Fact]
    public async Task An_invocation_a_notice_and_a_role_need_what_they_name()
    {
        await SendAsync("sns", $"Action=Publish&Version=2010-03-31&TopicArn={_topic}&Message=m", AccountKeys.FunctionKey);
        await AssumeAsync(AccountKeys.FunctionKey);
        await SendAsync("lambda", "{}", AccountKeys.OperatorKey, path: $"/2015-03-31/functions/{Function}/invocations", type: "Event");

        Assert.Equal(
            [
                .. Shapes(["sns:Publish {sns}{topic}", "sts:AssumeRole arn:{partition}:iam::{managed}:role/{role}"], Principal.Function),
                .. Shapes([$"lambda:InvokeFunction {{lambda}}function:{{function}}"], Principal.Operator),
            ],
            _aws.Recording!.Shapes);
    }

    [Theory]
    [InlineData(AccountKeys.FunctionKey, Principal.ManagedRole)]
    [InlineData(AccountKeys.OperatorKey, Principal.Operator)]
    public async Task A_session_needs_what_its_role_needs(string key, object principal)
    {
        var session = await AssumeAsync(key);
        await SendAsync("ec2", "Action=StopInstances&InstanceId.1=i-1", session.AccessKeyId, token: session.SessionToken, region: "cn-northwest-1");

        Assert.Equal(
            new CallShape((Principal)principal, "ec2:StopInstances", "arn:{partition}:ec2:{other}:{managed}:instance/{instance}"),
            _aws.Recording!.Shapes.Last());
    }

    [Fact]
    public async Task What_a_test_calls_itself_is_left_out()
    {
        await SendAsync("ec2", "Action=DescribeInstances", AccountKeys.HubKey);
        var session = await AssumeAsync(AccountKeys.HubKey);
        await SendAsync("ec2", "Action=DescribeInstances", session.AccessKeyId, token: session.SessionToken);

        Assert.Empty(_aws.Recording!.Shapes);
    }

    [Fact]
    public async Task A_shape_is_written_once_and_at_once()
    {
        var file = Path.GetTempFileName();
        var aws = new Simulator.LocalAws.LocalAws(new LocalAwsOptions(), TimeProvider.System) { Recording = new CallRecording(file) };
        using var http = new HttpClient(aws.CreateHandler()) { BaseAddress = new Uri("http://localaws") };
        foreach (var _ in Enumerable.Range(0, 2))
            await SendAsync("ec2", "Action=DescribeInstances", AccountKeys.FunctionKey, http: http);

        Assert.Equal(["Function\tec2:DescribeInstances\t*"], await File.ReadAllLinesAsync(file));
        File.Delete(file);
    }

    public void Dispose() => _http.Dispose();

    // Rows say {ec2} for what all resources of a service begin with.
    private static IEnumerable<CallShape> Shapes(string[] needs, Principal caller) =>
        from need in needs
        let parts = need.Split(' ')
        let service = parts[0].Split(':')[0]
        let resource = parts[1].Replace($"{{{service}}}", $"arn:{{partition}}:{service}:{{region}}:{{hub}}:", StringComparison.Ordinal)
        select new CallShape(caller, parts[0], resource, parts.ElementAtOrDefault(2) ?? "");

    private async Task<RoleSession> AssumeAsync(string key)
    {
        var answer = await SendAsync("sts", $"Action=AssumeRole&Version=2011-06-15&RoleSessionName=session&RoleArn={_role}", key);
        return _aws.Sessions.Find(System.Xml.Linq.XElement.Parse(answer).Descendants().Single(e => e.Name.LocalName == "AccessKeyId").Value)!;
    }

    private async Task<string> SendAsync(
        string service,
        string body,
        string key,
        string? target = null,
        string path = "/",
        string? type = null,
        string? token = null,
        string region = "cn-north-1",
        HttpClient? http = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        var credential = $"AWS4-HMAC-SHA256 Credential={key}/20261123/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0";
        request.Headers.TryAddWithoutValidation("Authorization", credential);
        foreach (var (name, value) in new[] { ("X-Amz-Target", target), ("X-Amz-Invocation-Type", type), ("X-Amz-Security-Token", token) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await (http ?? _http).SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}

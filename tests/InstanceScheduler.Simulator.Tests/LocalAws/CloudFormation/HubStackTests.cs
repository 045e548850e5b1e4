using System.Net;
using System.Xml.Linq;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.Play;

namespace InstanceScheduler.Simulator.Tests.LocalAws.CloudFormation;

/// <summary>The scheduler's own template, sent as any client would send it, with the scheduler's function behind it.</summary>
public abstract class HubStackTests(Transport transport) : LocalAwsTest(transport)
{
    private const string Name = "office";
    private const string Settings = $"/lambdaEnvConfig/{Name}-InstanceSchedulerMain";

    private static readonly SignedForm CloudFormation = new("cloudformation", "2010-05-15");

    [Fact]
    public async Task It_is_created_updated_and_deleted()
    {
        await using var functions = new HostedFunctions(Aws, Stream.Null);

        await SendAsync("CreateStack", ("TemplateBody", ShippedTemplates.Hub.Text), ("Capabilities.member.1", "CAPABILITY_IAM"), Parameter(1, "Regions"), Value(1, "cn-north-1,cn-northwest-1"));
        var stack = await SettledAsync();

        Assert.Equal("CREATE_COMPLETE", await StatusAsync());
        Assert.Equal("5", Aws.Parameters.Find($"{Settings}/SCHEDULER_FREQUENCY")?.Value);
        Assert.Equal(stack.PhysicalId("SchedulerRule"), Aws.Parameters.Find($"{Settings}/SCHEDULER_RULE")?.Value);
        var table = Aws.Dynamo.Table(stack.PhysicalId("ConfigTable"));
        var config = table.Items.Single(item => item["type"].Text == "config");
        Assert.Equal(["cn-north-1", "cn-northwest-1"], config["regions"].Elements.Select(region => region.Text).Order());
        Assert.Equal(stack.Output("ServiceInstanceScheduleServiceToken"), Aws.Functions.Find($"{Name}-InstanceSchedulerMain", Hub, Beijing).InvokedArn);

        await SendAsync(
            "UpdateStack", ("UsePreviousTemplate", "true"), ("Capabilities.member.1", "CAPABILITY_IAM"), Parameter(1, "Regions"), ("Parameters.member.1.UsePreviousValue", "true"),
            Parameter(2, "SchedulerFrequency"), Value(2, "15"), Parameter(3, "DefaultTimezone"), Value(3, "Asia/Shanghai"), Parameter(4, "Alarms"), Value(4, "No"));
        await SettledAsync();

        Assert.Equal("UPDATE_COMPLETE", await StatusAsync());
        Assert.Equal("15", Aws.Parameters.Find($"{Settings}/SCHEDULER_FREQUENCY")?.Value);
        Assert.Equal("cron(0/15 * * * ? *)", stack["SchedulerRule"]?.Made?.Properties["ScheduleExpression"]?.ToString());
        Assert.Null(stack["ErrorAlarm"]);
        config = table.Items.Single(item => item["type"].Text == "config");
        Assert.Equal(("Asia/Shanghai", 2), (config["default_timezone"].Text, config["regions"].Elements.Length));

        await SendAsync("DeleteStack");
        await stack.Settled;

        Assert.Equal(("DELETE_COMPLETE", "DELETE_SKIPPED"), (stack.State.Status, stack["ConfigTable"]?.Status));
        Assert.Empty(Aws.Parameters.In(Hub, Beijing).Below("/", recursive: true));
        Assert.False(Aws.Functions.Has($"{Name}-InstanceSchedulerMain"));
        Assert.Equal(2, Aws.Dynamo.Names(Hub, Beijing).Count);
        Assert.Equal("ValidationError", (await RefusedAsync("DescribeStacks")).Code);
    }

    [Theory]
    [InlineData("CreateStack", "TemplateBody", "{", "ValidationError", "Template format error: JSON not well-formed.")]
    [InlineData("CreateStack", "TemplateURL", "https://s3.cn-north-1.amazonaws.com.cn/b/t", "ValidationError", "LocalAws does not simulate TemplateURL")]
    [InlineData("CreateStack", "StackName", "1", "ValidationError", "1 validation error detected: Value '1' at 'stackName'")]
    [InlineData("CreateStack", "TemplateBody", null, "ValidationError", "Either Template URL or Template Body must be specified.")]
    [InlineData("UpdateStack", "StackName", "none", "ValidationError", "Stack with id none does not exist")]
    [InlineData("DescribeStackEvents", "StackName", "none", "ValidationError", "Stack with id none does not exist")]
    [InlineData("GetTemplate", "StackName", "none", "ValidationError", "Stack with id none does not exist")]
    public async Task What_cannot_be_is_refused_at_once(string action, string name, string? value, string code, string message)
    {
        var refused = await RefusedAsync(action, (name, value));

        Assert.Equal(code, refused.Code);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.Null(Aws.Stacks.Named(Name, Hub, Beijing));
    }

    [Fact]
    public async Task Permissions_have_to_be_acknowledged_and_parameters_right()
    {
        var body = ("TemplateBody", (string?)ShippedTemplates.Hub.Text);
        var capability = ("Capabilities.member.1", (string?)"CAPABILITY_NAMED_IAM");

        Assert.Equal(("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_IAM]"), await RefusedAsync("CreateStack", body));
        Assert.Equal(("ValidationError", "Parameter 'SchedulerFrequency' must be one of AllowedValues"), await RefusedAsync("CreateStack", body, capability, Parameter(1, "SchedulerFrequency"), Value(1, "7")));
        Assert.Equal(("ValidationError", "Parameters: [Frequency] do not exist in the template"), await RefusedAsync("CreateStack", body, capability, Parameter(1, "Frequency"), Value(1, "5")));
        Assert.Empty(Aws.Dynamo.Names(Hub, Beijing));
    }

    [Fact]
    public async Task It_tells_of_itself()
    {
        await using var functions = new HostedFunctions(Aws, Stream.Null);
        await SendAsync("CreateStack", ("TemplateBody", ShippedTemplates.Hub.Text), ("Capabilities.member.1", "CAPABILITY_IAM"));
        var stack = await SettledAsync();

        var events = await SendAsync("DescribeStackEvents");
        var resources = await SendAsync("ListStackResources");
        var one = await SendAsync("DescribeStackResources", ("LogicalResourceId", "Main"));
        var template = await SendAsync("GetTemplate");
        var valid = await SendAsync("ValidateTemplate", ("TemplateBody", ShippedTemplates.Remote.Text));

        Assert.Equal((Name, "CREATE_COMPLETE"), (SignedForm.Text(events, "LogicalResourceId"), SignedForm.Text(events, "ResourceStatus")));
        Assert.Equal(stack.Resources.Count, resources.Descendants().Count(element => element.Name.LocalName == "member"));
        Assert.Equal($"{Name}-InstanceSchedulerMain", SignedForm.Text(one, "PhysicalResourceId"));
        Assert.Equal(ShippedTemplates.Hub.Text, SignedForm.Text(template, "TemplateBody")!.ReplaceLineEndings("\n"));
        Assert.Contains("CAPABILITY_IAM", valid.Value, StringComparison.Ordinal);
        Assert.Equal("AlreadyExistsException", (await RefusedAsync("CreateStack", ("TemplateBody", ShippedTemplates.Hub.Text), ("Capabilities.member.1", "CAPABILITY_IAM"))).Code);
    }

    private static (string Name, string? Value) Parameter(int number, string key) => ($"Parameters.member.{number}.ParameterKey", key);

    private static (string Name, string? Value) Value(int number, string value) => ($"Parameters.member.{number}.ParameterValue", value);

    private async Task<LocalStack> SettledAsync()
    {
        var stack = Aws.Stacks.Named(Name, Hub, Beijing)!;
        await stack.Settled.WaitAsync(TimeSpan.FromMinutes(1));
        return stack;
    }

    private async Task<string?> StatusAsync() => SignedForm.Text(await SendAsync("DescribeStacks"), "StackStatus");

    private async Task<XElement> SendAsync(string action, params (string Name, string? Value)[] members)
    {
        using var http = Http();
        var (status, answer) = await CloudFormation.PostAsync(http, action, [("StackName", Name), .. members]);
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        return answer;
    }

    private async Task<(string? Code, string? Message)> RefusedAsync(string action, params (string Name, string? Value)[] members)
    {
        using var http = Http();
        var named = Array.Exists(members, member => member.Name == "StackName") ? members : [("StackName", Name), .. members];
        var (status, answer) = await CloudFormation.PostAsync(http, action, named);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        return (SignedForm.Text(answer, "Code"), SignedForm.Text(answer, "Message"));
    }
}

public sealed class HubStackInProcessTests() : HubStackTests(Transport.InProcess);

public sealed class HubStackLoopbackTests() : HubStackTests(Transport.Loopback);

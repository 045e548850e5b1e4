using System.Text.Json;
using System.Text.RegularExpressions;
using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;
using InstanceScheduler.Templates.Tests.Proof;
using InstanceScheduler.Templates.Tests.Stacks;

namespace InstanceScheduler.Templates.Tests.Templates;

/// <summary>The templates as files, and rendered wherever they may be deployed.</summary>
public sealed partial class TemplateTests
{
    private const int LongestFunctionName = 64;

    public static TheoryData<string> Files => new(Repository.Templates);

    /// <summary>Parameters that nothing reads, each with the reason.</summary>
    private static readonly Dictionary<string, string> Unread = new(StringComparer.Ordinal)
    {
        ["SendAnonymousData"] = "deployments of older templates pass it; nothing is ever sent",
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_template_is_strict_json_that_can_be_sent_with_a_request(string file)
    {
        var text = Repository.TemplateText(file);

        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        Assert.Equal("2010-09-09", document.RootElement.GetProperty("AWSTemplateFormatVersion").GetString());
        Assert.InRange(new FileInfo(Repository.TemplatePath(file)).Length, 1, Template.LargestBody - 1);
        Assert.All(text, letter => Assert.True(char.IsAscii(letter), $"'{letter}' is not ASCII"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void All_names_mean_something_and_everything_declared_is_used(string file)
    {
        var template = Template.Parse(Repository.TemplateText(file));
        var mentions = template.Resources.Where(resource => resource.Properties.ValueKind == JsonValueKind.Object).SelectMany(resource => Mentions.In(resource.Properties))
            .Concat(template.Outputs.SelectMany(output => Mentions.In(output.Value)))
            .Concat(template.Conditions.Values.SelectMany(ConditionSet.MentionsIn))
            .Concat(template.Resources.Select(resource => resource.Condition).Concat(template.Outputs.Select(output => output.Condition)).OfType<string>()
                .Select(condition => new Mention(MentionKind.Condition, condition)))
            .ToLookup(mention => mention.Kind, mention => mention.Name);

        Assert.Equal(
            template.Parameters.Select(parameter => parameter.Name).Intersect(Unread.Keys, StringComparer.Ordinal),
            template.Parameters.Select(parameter => parameter.Name).Except(mentions[MentionKind.Value], StringComparer.Ordinal));
        Assert.Empty(template.Mappings.Keys.Except(mentions[MentionKind.Mapping], StringComparer.Ordinal));
        Assert.Empty(template.Conditions.Keys.Except(mentions[MentionKind.Condition], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_partition_and_no_suffix_is_written_out(string file)
    {
        var text = Repository.TemplateText(file);

        Assert.DoesNotMatch(PartitionLiteral(), text);
        Assert.DoesNotContain("amazonaws.com.cn", text, StringComparison.Ordinal);
        // A principal of a service is the same everywhere, so it is never put together.
        Assert.All(Principals().Matches(text), principal => Assert.Matches("^\"[a-z-]+\\.amazonaws\\.com\"$", principal.Groups["value"].Value));
    }

    [Theory]
    [InlineData(Repository.Hub)]
    [InlineData(Repository.Remote)]
    public void Rendered_in_any_partition_all_names_are_of_that_partition(string file)
    {
        var template = Template.Parse(Repository.TemplateText(file));
        var plan = file == Repository.Hub ? RolePlan.Hub : RolePlan.Remote;
        foreach (var choice in StackChoice.Partitions.SelectMany(partition => plan.FewChoices(partition.Region)))
        {
            string[] arns = [.. RenderedStack.Of(template, choice).Texts().Where(text => text.StartsWith("arn:", StringComparison.Ordinal))];

            Assert.NotEmpty(arns);
            Assert.All(arns, arn => Assert.Equal(choice.Partition, arn.Split(':')[1]));
        }
    }

    [Fact]
    public void Every_logical_id_and_output_that_others_rely_on_is_there()
    {
        var stack = RenderedStack.Of(Template.Parse(Repository.TemplateText(Repository.Hub)), RolePlan.Hub.FewChoices("cn-north-1").First());

        Assert.All(
            new[]
            {
                ("ConfigTable", "AWS::DynamoDB::Table"), ("StateTable", "AWS::DynamoDB::Table"), ("SchedulerLogGroup", "AWS::Logs::LogGroup"),
                ("InstanceSchedulerSnsTopic", "AWS::SNS::Topic"), ("SchedulerRole", "AWS::IAM::Role"), ("Main", "AWS::Lambda::Function"), ("SchedulerRule", "AWS::Events::Rule"),
                ("SchedulerInvokePermission", "AWS::Lambda::Permission"), ("SchedulerConfigHelper", "Custom::ServiceSetup"),
            },
            expected => Assert.Equal(expected.Item2, stack.Resources[expected.Item1].Type));
        Assert.All(
            new[] { "AccountId", "ConfigurationTable", "SSMParameterStorePrefix", "IssueSnsTopicArn", "ServiceInstanceScheduleServiceToken", "SchedulerRoleArn" },
            name => Assert.Contains(name, stack.Outputs.Keys));
        Assert.Equal("arn:aws-cn:lambda:cn-north-1:123456789012:function:Scheduler-Production-InstanceSchedulerMain", stack.Outputs["ServiceInstanceScheduleServiceToken"]);
        Assert.Equal("/lambdaEnvConfig/Scheduler-Production-InstanceSchedulerMain/", stack.Outputs["SSMParameterStorePrefix"]);
    }

    [Fact]
    public void The_remote_template_gives_the_role_to_paste()
    {
        var stack = RenderedStack.Of(Template.Parse(Repository.TemplateText(Repository.Remote)), RolePlan.Remote.FewChoices("cn-north-1").First());

        Assert.Equal("AWS::IAM::Role", stack.Resources["EC2SchedulerCrossAccountRole"].Type);
        Assert.StartsWith("arn:aws-cn:iam::123456789012:role/", stack.Outputs["CrossAccountRole"], StringComparison.Ordinal);
    }

    // CloudWatch Logs refuses ':', '*' and '$' in both names, which no schema and no linter says; without the alarm on the same names nobody is told.
    [Fact]
    public void A_metric_of_the_log_has_names_that_the_log_takes_and_an_alarm()
    {
        var stack = RenderedStack.Of(Template.Parse(Repository.TemplateText(Repository.Hub)), RolePlan.Hub.FewChoices("cn-north-1").First());
        (string?, string?)[] alarms = [.. stack.Resources.Values.Where(resource => resource.Type == "AWS::CloudWatch::Alarm")
            .Select(alarm => ((string?)alarm.Properties["Namespace"], (string?)alarm.Properties["MetricName"]))];
        (string?, string?)[] metrics = [.. stack.Resources.Values.Where(resource => resource.Type == "AWS::Logs::MetricFilter")
            .SelectMany(filter => filter.Properties["MetricTransformations"]!.AsArray())
            .Select(metric => ((string?)metric!["MetricNamespace"], (string?)metric["MetricName"]))];

        Assert.NotEmpty(metrics);
        Assert.All(metrics, metric =>
        {
            Assert.Matches("^[^:*$]{1,255}$", metric.Item1);
            Assert.Matches("^[^:*$]{1,255}$", metric.Item2);
            Assert.Contains(metric, alarms);
        });
    }

    // What a stack may be called: the function's name is the longest that is made of it.
    [Theory]
    [InlineData(42, true)]
    [InlineData(43, false)]
    public void A_stacks_name_may_have_42_letters(int length, bool fits)
    {
        var stack = RenderedStack.Of(Template.Parse(Repository.TemplateText(Repository.Hub)), RolePlan.Hub.FewChoices("cn-north-1").First(), new string('s', length));

        Assert.Equal(fits, stack.Resources["Main"].Properties["FunctionName"]!.GetValue<string>().Length <= LongestFunctionName);
    }

    [GeneratedRegex("arn:aws(?![A-Za-z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartitionLiteral();

    [GeneratedRegex("\"Service\":\\s*(?<value>\"[^\"]*\"|\\{[^}]*\\})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Principals();
}

using System.Text.Json.Nodes;
using InstanceScheduler.Simulator.LocalAws.Faults;
using InstanceScheduler.Simulator.Play;
using Microsoft.Extensions.Time.Testing;

namespace InstanceScheduler.Cli.Tests.Aws;

/// <summary>Every way in which AWS or the function can be out of reach: what is told, and the exit code.</summary>
public sealed class ReachingAwsTests
{
    private static readonly string[] Describe = ["describe-periods", "--stack", Stage.StackName];
    private static readonly string[] Create = ["create-period", "--stack", Stage.StackName, "--name", "day", "--begintime", "09:00"];

    [Fact]
    public async Task The_function_is_found_by_the_stack_and_gets_the_action()
    {
        using var stage = new LocalStage().Answering("""{"Period":{"Name":"day","Begintime":"09:00"}}""");

        var result = await stage.RunAsync(Create);

        Assert.Equal(new CliResult(0, "{\n   \"Period\": {\n      \"Name\": \"day\",\n      \"Begintime\": \"09:00\"\n   }\n}\n", ""), result);
        Assert.Equal("""{"source":"scheduler.cli","action":"create-period","parameters":{"name":"day","begintime":"09:00"}}""", Assert.Single(stage.Events).ToJsonString());
    }

    [Fact]
    public async Task The_scheduler_refusing_is_exit_code_1_and_its_text()
    {
        using var stage = new LocalStage().Answering("""{"Error":"not found: period day does not exist"}""");
        Assert.Equal(new CliResult(1, "", "Not found: period day does not exist\n"), await stage.RunAsync(Describe));
    }

    [Fact]
    public async Task No_region_is_told()
    {
        using var stage = new LocalStage();
        stage.Variables.Remove("AWS_REGION");
        Told(3, "No region is given. Add --region with the region of the stack (such as cn-north-1), set AWS_REGION, or put a region into your profile.", await stage.RunAsync(Describe));
    }

    [Fact]
    public async Task An_unknown_profile_is_told()
    {
        using var stage = new LocalStage();
        var result = await stage.RunAsync([.. Describe, "--profile-name", "no-such-profile-anywhere"]);
        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("There is no profile \"no-such-profile-anywhere\"", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_stack_is_told_with_its_region()
    {
        using var stage = new LocalStage();
        Told(3, "There is no stack \"Nope\" in cn-north-1. Check the name, or give the region of the stack with --region: aws cloudformation list-stacks --region cn-north-1",
            await stage.RunAsync("describe-periods", "--stack", "Nope"));
        Told(3, "There is no stack \"InstanceScheduler\" in cn-northwest-1. Check the name, or give the region of the stack with --region: aws cloudformation list-stacks --region cn-northwest-1",
            await stage.RunAsync([.. Describe, "--region", "cn-northwest-1"]));
    }

    [Fact]
    public async Task Another_stack_is_told()
    {
        using var stage = new LocalStage();
        stage.Stage.Aws.Stacks.Add("Other");
        Told(3, "The stack \"Other\" in cn-north-1 has no resource Main, so it is not a stack of the instance scheduler. Give the scheduler's stack with --stack.",
            await stage.RunAsync("describe-periods", "--stack", "Other"));
    }

    [Fact]
    public async Task A_stack_that_is_being_made_is_told()
    {
        using var stage = new LocalStage();
        stage.Stage.Aws.Stacks.Add("Young").Put("Main", null, "AWS::Lambda::Function");
        Told(3, "The stack \"Young\" in cn-north-1 is still being made: its resource Main has no function yet. Try again when the stack is complete.",
            await stage.RunAsync("describe-periods", "--stack", "Young"));
    }

    [Fact]
    public async Task A_denied_look_up_names_the_action()
    {
        using var stage = new LocalStage();
        stage.Stage.Aws.Stacks.Deny("123456789012", "cn-north-1", "cloudformation:DescribeStackResource");
        var result = await stage.RunAsync(Describe);
        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("This caller may not do cloudformation:DescribeStackResource on the stack \"InstanceScheduler\" in cn-north-1: User: ", result.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Allow cloudformation:DescribeStackResource, or use another profile (--profile-name).\n", result.Errors, StringComparison.Ordinal);
    }

    public static TheoryData<string, int, string> Answers => new()
    {
        { "AccessDeniedException", 403, "This caller may not do lambda:InvokeFunction on the stack \"InstanceScheduler\" in cn-north-1: Scripted. Allow lambda:InvokeFunction, or use another profile (--profile-name)." },
        { "ExpiredTokenException", 403, "The credentials have ended (ExpiredTokenException). Get new ones, or use another profile (--profile-name)." },
        { "UnrecognizedClientException", 403, "AWS does not know these credentials in cn-north-1 (UnrecognizedClientException: Scripted). Accounts of the China regions and others have credentials of their own: look at profile and --region; is the clock right?" },
        { "ResourceNotFoundException", 404, "The function of the stack \"InstanceScheduler\" in cn-north-1 does not exist any more: Scripted. Update the stack to have it made again." },
        { "InvalidParameterValueException", 400, "AWS refused lambda:InvokeFunction for the stack \"InstanceScheduler\" in cn-north-1: InvalidParameterValueException: Scripted." },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_refused_invocation_is_told(string code, int status, string expected)
    {
        using var stage = new LocalStage();
        stage.Stage.Aws.Faults.Add("lambda", "Invoke", LocalFault.Answer(code, status));
        Told(3, expected, await stage.RunAsync(Describe));
    }

    [Theory]
    [InlineData("""{"errorType":"Sandbox.Timedout","errorMessage":"Task timed out after 300.00 seconds"}""", "Sandbox.Timedout: Task timed out after 300.00 seconds")]
    [InlineData("fail:RequestId: 1 Error: Task timed out after 300.00 seconds", "Sandbox.Timedout: RequestId: 1 Error: Task timed out after 300.00 seconds")]
    [InlineData("{}", "it reported an error of its own")]
    [InlineData("[1]", "its answer is [1]")]
    [InlineData("<html>", "its answer is not JSON")]
    [InlineData("""{"Periods":[{"Begintime":"09:00","Begintime":"10:00"}]}""", "its answer is not JSON")]
    public async Task A_failing_function_is_exit_code_4_with_its_log(string answer, string why)
    {
        using var stage = new LocalStage().Answering(answer);
        if (answer.Contains("errorType", StringComparison.Ordinal))
            stage.Answering("fail:" + (string)JsonNode.Parse(answer)!["errorMessage"]!);
        Told(4, $"The function InstanceScheduler-InstanceSchedulerMain of the stack \"InstanceScheduler\" in cn-north-1 failed: {why}. Its log says more: aws logs tail InstanceScheduler-logs --region cn-north-1",
            await stage.RunAsync(Describe));
    }

    [Fact]
    public async Task A_function_without_settings_is_told()
    {
        using var stage = new LocalStage().Answering("null");
        Told(3, "The stack \"InstanceScheduler\" in cn-north-1 has no settings in Parameter Store: it is still being made, or they were deleted. Try again when the stack is complete, or update it.",
            await stage.RunAsync(Describe));
    }

    [Theory]
    [InlineData("cn north")]
    [InlineData("-")]
    public async Task A_region_that_is_none_is_told(string region)
    {
        using var stage = new LocalStage();
        var result = await stage.RunAsync([.. Describe, $"--region={region}"]);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains(region, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_short_option_of_v1_for_the_name_works()
    {
        using var stage = new LocalStage().Answering("""{"Schedule":"day"}""");
        Assert.Equal(0, (await stage.RunAsync("delete-schedule", "-s", Stage.StackName, "-n", "day")).ExitCode);
        Assert.Equal("""{"name":"day"}""", Assert.Single(stage.Events)["parameters"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_throttled_is_tried_again_with_waits()
    {
        var time = new FakeTimeProvider();
        using var stage = new LocalStage(time).Answering("""{"Period":{}}""");
        stage.Stage.Aws.Faults.Add("cloudformation", "DescribeStackResource", LocalFault.Answer("Throttling"), times: 2);
        stage.Stage.Aws.Faults.Add("lambda", "Invoke", LocalFault.Answer("TooManyRequestsException", 429), times: 3);

        var result = await WithTime(time, stage.RunAsync(Create));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal((3, 4), (stage.Stage.Aws.Calls.Count("cloudformation"), stage.Stage.Aws.Calls.Count("lambda", "Invoke")));
    }

    [Fact]
    public async Task What_is_throttled_for_good_is_told()
    {
        var time = new FakeTimeProvider();
        using var stage = new LocalStage(time);
        stage.Stage.Aws.Faults.Add("lambda", "Invoke", LocalFault.Answer("TooManyRequestsException", 429), times: 100);
        Told(3, "AWS throttles lambda:InvokeFunction in cn-north-1 (Scripted). Wait a minute and try again.", await WithTime(time, stage.RunAsync(Create)));
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_not_made_twice()
    {
        using var stage = new LocalStage().Answering("""{"Period":{}}""");
        stage.Stage.Aws.Faults.Add("lambda", "Invoke", LocalFault.LoseAnswer);

        var result = await stage.RunAsync(Create);

        Assert.Equal(3, result.ExitCode);
        Assert.EndsWith("Whether the change was made is not known: look with a describe command before you repeat it.\n", result.Errors, StringComparison.Ordinal);
        Assert.Single(stage.Events);
    }

    [Fact]
    public async Task A_question_whose_answer_was_lost_is_asked_again()
    {
        var time = new FakeTimeProvider();
        using var stage = new LocalStage(time).Answering("""{"Periods":[]}""");
        stage.Stage.Aws.Faults.Add("lambda", "Invoke", LocalFault.LoseAnswer);
        Assert.Equal(0, (await WithTime(time, stage.RunAsync(Describe))).ExitCode);
        Assert.Equal(2, stage.Events.Count);
    }

    private static void Told(int code, string expected, CliResult result) => Assert.Equal(new CliResult(code, "", expected + "\n"), result);

    // Waits pass as soon as they are begun.
    private static async Task<CliResult> WithTime(FakeTimeProvider time, Task<CliResult> run)
    {
        while (!run.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await run;
    }
}

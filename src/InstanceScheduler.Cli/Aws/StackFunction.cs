using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using InstanceScheduler.Cli.Output;

namespace InstanceScheduler.Cli.Aws;

/// <summary>The scheduler's function in a stack: found by the stack's resource, invoked and waited for.</summary>
internal sealed class StackFunction(IAmazonCloudFormation cloudFormation, IAmazonLambda lambda, StackPlace place, TimeProvider time) : IDisposable
{
    private const string MainResource = "Main";
    private const string Source = "scheduler.cli";
    private const string FunctionSuffix = "-InstanceSchedulerMain";

    private readonly AwsCalls _calls = new(place, time);
    private string? _name;

    public static StackFunction Of(AwsSession session, string stack, TimeProvider time) =>
        new(session.CloudFormation(), session.Lambda(), new StackPlace(stack, session.Region), time);

    public StackPlace Place => place;

    /// <summary>What the function answers to an action.</summary>
    /// <exception cref="CliException">The stack or the function cannot be reached, the function failed, or it refused.</exception>
    public async Task<JsonObject> CallAsync(string action, JsonObject parameters, CancellationToken cancellationToken)
    {
        _name ??= await FindAsync(cancellationToken);
        var request = new JsonObject { ["source"] = Source, ["action"] = action, ["parameters"] = parameters };
        var answer = await _calls.RunAsync(
            "lambda:InvokeFunction",
            token => lambda.InvokeAsync(new InvokeRequest { FunctionName = _name, InvocationType = InvocationType.RequestResponse, Payload = JsonText.OnOneLine(request) }, token),
            mayRepeat: ActionNames.OnlyReads(action),
            cancellationToken);
        var text = new StreamReader(answer.Payload ?? new MemoryStream()).ReadToEnd();
        return string.IsNullOrEmpty(answer.FunctionError) ? Read(text) : throw Failed(FunctionErrorOf(text));
    }

    // The template calls it so; a function of another name has the group that Lambda makes.
    private string LogGroup => _name!.EndsWith(FunctionSuffix, StringComparison.Ordinal) ? _name[..^FunctionSuffix.Length] + "-logs" : "/aws/lambda/" + _name;

    public void Dispose()
    {
        cloudFormation.Dispose();
        lambda.Dispose();
    }

    private async Task<string> FindAsync(CancellationToken cancellationToken)
    {
        var answer = await _calls.RunAsync(
            "cloudformation:DescribeStackResource",
            token => cloudFormation.DescribeStackResourceAsync(new DescribeStackResourceRequest { StackName = place.Stack, LogicalResourceId = MainResource }, token),
            mayRepeat: true,
            cancellationToken);
        return answer.StackResourceDetail?.PhysicalResourceId is { Length: > 0 } name ? name
            : throw new CliException(ExitCode.NotReached, $"The {place} is still being made: its resource {MainResource} has no function yet. Try again when the stack is complete.");
    }

    private JsonObject Read(string text)
    {
        JsonNode? answer;
        try
        {
            answer = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException failure)
        {
            throw Failed("its answer is not JSON", failure);
        }

        return answer switch
        {
            null => throw new CliException(ExitCode.NotReached,
                $"The {place} has no settings in Parameter Store: it is still being made, or they were deleted. Try again when the stack is complete, or update it."),
            JsonObject { Count: 0 } => throw Failed("it reported an error of its own"),
            JsonObject refused when refused["Error"] is JsonValue error => throw new CliException(ExitCode.No, error.ToString()),
            JsonObject result => result,
            _ => throw Failed($"its answer is {JsonText.OnOneLine(answer)}"),
        };
    }

    // {"errorType": …, "errorMessage": …}; a time-out says so in its message.
    private static string FunctionErrorOf(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject error && error["errorMessage"] is JsonValue message ? $"{error["errorType"]}: {message}".TrimStart(':', ' ') : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private CliException Failed(string why, Exception? failure = null) => new(ExitCode.FunctionFailed,
        $"The function {_name} of the {place} failed: {why.TrimEnd('.')}. Its log says more: aws logs tail {LogGroup} --region {place.Region}", failure);
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using InstanceScheduler.Lambda.CustomResources;
using InstanceScheduler.Lambda.Handlers;
using InstanceScheduler.Lambda.Tests.Runs;
using InstanceScheduler.Simulator.LocalAws.CloudFormation;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using Xunit.Abstractions;

namespace InstanceScheduler.Lambda.Tests.Fuzz;

[Trait("Category", "Fuzz")]
public sealed partial class EventFuzzTests(ITestOutputHelper output)
{
    private const int Events = 10_000;

    /// <summary>Always the same ones, the second for what it found, and that of FUZZ_SEED, where it is set: <c>.ci/run --full</c> tries another every time.</summary>
    public static TheoryData<int> Seeds => [20261123, 563116468, .. Own];

    private static int[] Own => int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed) ? [seed] : [];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_comes_is_answered_with_JSON_and_what_is_refused_is_told(int seed)
    {
        output.WriteLine($"seed {seed}: {Events} events");
        await using var world = new SchedulerWorld();
        world.UseAllServices();
        world.Add(SchedulerWorld.IdOf(1));
        world.Add(SchedulerWorld.IdOf(2), state: PowerState.Running);
        world.AddDatabase("db");
        var responses = world.Stage.Aws.Responses;
        var address = responses.AddressFor("arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/x/y", "L", "1");
        var fuzz = new FuzzEvents(new Random(seed), address);
        var (errors, statuses) = (0, new List<string>());
        for (var i = 0; i < Events; i++)
        {
            var payload = fuzz.Next();
            var before = responses.Received.Count;
            var answer = JsonDocument.Parse(await world.InvokeAsync(payload)).RootElement;
            if (Awaits(payload, address))
                statuses.Add(StatusOf(Assert.Single(responses.Received.Skip(before)), payload));
            if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("Error", out var error))
                continue;
            errors++;
            Assert.True(error.GetString() is { Length: > 8 }, Encoding.UTF8.GetString(payload));
        }

        var log = world.Log.ToLookup(line => line.GetProperty("event").GetString()!, StringComparer.Ordinal);
        output.WriteLine($"{errors} errors; {string.Join(", ", statuses.CountBy(status => status))}; {string.Join(", ", log.Select(group => $"{group.Key} {group.Count()}"))}");
        // An action that fails, a run that ends early: nothing that comes from outside may do that.
        Assert.All(log["ActionFailed"].Concat(log["RunFailed"]), line => Assert.Fail(Shown(line)));
        Assert.All(log["InvocationFailed"], line => Assert.Contains("JsonReaderException", line.GetProperty("exception").GetString(), StringComparison.Ordinal));
        Assert.Empty(log["HandlerFailed"].Where(line => !NamesField().IsMatch(line.GetProperty("exception").GetString()!)).Select(Shown).Distinct().Take(5));
        Assert.True(errors > 0 && log["ActionDone"].Any() && log["RunFinished"].Any(), $"seed {seed}: nothing was tried");
        Assert.True(statuses.Contains("SUCCESS") && statuses.Contains("FAILED"), $"seed {seed}: no resource was tried");
    }

    // Whether CloudFormation would wait for an answer, and gave what it takes to answer.
    private static bool Awaits(byte[] payload, string address)
    {
        try
        {
            var request = JsonDocument.Parse(payload).RootElement;
            return ResourceRequest.Is(request) && new ResourceRequest(request).ResponseUrl == address;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // As CloudFormation reads it.
    private static string StatusOf(ReceivedAnswer received, byte[] payload)
    {
        var (request, answer) = (JsonElement.Parse(payload), JsonElement.Parse(received.Body.Span));
        var shown = $"{Encoding.UTF8.GetString(payload)} was answered with {answer}";
        Assert.All(["StackId", "RequestId", "LogicalResourceId"], field => Assert.True((request.Text(field) ?? "") == answer.Text(field), shown));
        Assert.True(answer.Text("PhysicalResourceId") is { Length: > 0 } && received.Body.Length <= ResourceAnswer.LargestBody, shown);
        Assert.True(answer.HasText("Status", "SUCCESS") || (answer.HasText("Status", "FAILED") && answer.Text("Reason") is { Length: > 8 }), shown);
        return answer.Text("Status")!;
    }

    // Of a run event what every one has, of a tick the path of the field.
    [GeneratedRegex("^System.FormatException: (a scheduler:run event needs an object \"configuration\"|dispatch_time: )|Path: \\$[.]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamesField();

    private static string Shown(JsonElement line) => $"{line.GetProperty("message")} {(line.TryGetProperty("exception", out var exception) ? exception : default)}";
}

using System.Text.Json.Nodes;
using InstanceScheduler.Cli.JmesPath;
using Xunit.Abstractions;

namespace InstanceScheduler.Cli.Tests.JmesPath;

/// <summary>The official compliance suite; <c>get-jmespath-suite.sh</c> fetches it.</summary>
public sealed class ComplianceSuiteTests(ITestOutputHelper output)
{
    private const string Variable = "JMESPATH_SUITE";
    private const int FewestCases = 700;

    [SkippableFact]
    public void Every_case_of_the_official_suite_passes()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Skip.If(string.IsNullOrEmpty(folder), $"{Variable} is not set: the official JMESPath suite was NOT run. Fetch it with tests/InstanceScheduler.Cli.Tests/get-jmespath-suite.sh DIR and set {Variable}=DIR.");
        var files = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList();
        var cases = files.SelectMany(file => ComplianceCase.Read(file)).ToList();
        var benchmarks = cases.Count(test => test.IsBenchmark);
        var faults = cases.Where(test => !test.IsBenchmark).Select(test => test.Fault()).Where(fault => fault is not null).ToList();

        output.WriteLine($"JMESPath compliance: {cases.Count - benchmarks} cases of {files.Count} files, {faults.Count} fail; {benchmarks} benchmarks are not run");
        Assert.Empty(faults);
        Assert.True(cases.Count - benchmarks >= FewestCases, $"{folder} holds {cases.Count} cases; the suite has more than {FewestCases}");
    }

    /// <summary>One expression with what it must give.</summary>
    private sealed record ComplianceCase(string File, JsonNode? Given, JsonObject Case)
    {
        public bool IsBenchmark => Case.ContainsKey("bench");

        private string Expression => Case["expression"]!.GetValue<string>();

        public static IEnumerable<ComplianceCase> Read(string file) =>
            from @group in JsonNode.Parse(System.IO.File.ReadAllText(file))!.AsArray()
            from test in @group!["cases"]!.AsArray()
            select new ComplianceCase(Path.GetFileName(file), @group["given"], test.AsObject());

        /// <summary>Null when the case passes.</summary>
        public string? Fault()
        {
            string got;
            try
            {
                var result = JmesPathQuery.Parse(Expression).Search(Given);
                if (Case.ContainsKey("result") && JsonNode.DeepEquals(result, Case["result"]))
                    return null;
                got = result?.ToJsonString() ?? "null";
            }
            catch (JmesPathException failure)
            {
                if (Case.ContainsKey("error") && (Names[failure.Fault] == Case["error"]!.GetValue<string>()))
                    return null;
                got = $"{failure.Fault}: {failure.Message}";
            }

            return $"{File}: {Expression}: {Case.ToJsonString()}, got {got}";
        }

        private static readonly Dictionary<JmesPathFault, string> Names = new()
        {
            [JmesPathFault.Syntax] = "syntax",
            [JmesPathFault.UnknownFunction] = "unknown-function",
            [JmesPathFault.InvalidArity] = "invalid-arity",
            [JmesPathFault.InvalidType] = "invalid-type",
            [JmesPathFault.InvalidValue] = "invalid-value",
        };
    }
}

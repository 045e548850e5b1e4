using System.Text.RegularExpressions;
using InstanceScheduler.Simulator.LocalAws.Permissions;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>Which classes call AWS, read from the sources: every call has a request of the SDK's.</summary>
internal static partial class CallSites
{
    private static readonly Lazy<Site[]> Found = new(() => [.. Read()]);

    public static IReadOnlyList<Site> All => Found.Value;

    /// <summary>Classes that make the call, in alphabetical order.</summary>
    public static IEnumerable<string> Of(CallShape call) => Found.Value
        .Where(site => site.IsProgram == (call.Caller == Principal.Operator) && site.Actions.Contains(call.Action, StringComparer.Ordinal))
        .Where(site => !call.Resource.Contains("table/", StringComparison.Ordinal) || call.Resource.Contains("{ConfigTable}", StringComparison.Ordinal) == site.IsOfConfigTable)
        .Select(site => site.Class)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<Site> Read()
    {
        var files = new[] { "Aws", "Lambda", "Cli" }.SelectMany(project => Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", $"InstanceScheduler.{project}"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))).ToArray();
        var own = files.Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.Ordinal);
        return from file in files
               from operation in Requests().Matches(File.ReadAllText(file)).Select(match => match.Groups["operation"].Value).Distinct(StringComparer.Ordinal)
               where !own.Contains($"{operation}Request")
               select new Site(operation, Path.GetFileNameWithoutExtension(file), Path.GetRelativePath(Repository.Root, file));
    }

    [GeneratedRegex(@"\b(new|private) (?<operation>[A-Z]\w+)Request\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Requests();

    /// <summary>A class and an operation that it calls.</summary>
    internal sealed record Site(string Operation, string Class, string File)
    {
        public bool IsProgram => File.Contains("InstanceScheduler.Cli", StringComparison.Ordinal);

        public bool IsOfConfigTable => File.Contains($"{Path.DirectorySeparatorChar}ConfigTable{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

        /// <summary>What recorded calls name it.</summary>
        public string[] Actions => Operation switch
        {
            "Invoke" => ["lambda:InvokeFunction"],
            "TransactWriteItems" => ["dynamodb:PutItem", "dynamodb:DeleteItem"],
            _ => [.. RecordedCalls.All.Select(call => call.Action).Where(action => action.EndsWith($":{Operation}", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)],
        };
    }
}

using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace InstanceScheduler.StandIns.Tests.AwsSdk.OnlyStandIns;

/// <summary>A service as the model in the Python package botocore describes it: a judge who has never seen our code.</summary>
internal sealed class BotocoreModel
{
    private static readonly Lazy<string?> Folder = new(Find);

    private readonly JsonElement _root;

    private BotocoreModel(JsonElement root) => _root = root;

    public JsonElement Metadata => _root.GetProperty("metadata");

    /// <summary>Null where there is no botocore.</summary>
    public static BotocoreModel? Load(string service, string version)
    {
        if (Folder.Value is null)
            return null;

        var path = Path.Combine(Folder.Value, "data", service, version, "service-2.json");
        using var file = File.OpenRead(File.Exists(path) ? path : path + ".gz");
        var isPacked = file.Name.EndsWith(".gz", StringComparison.Ordinal);
        using var text = isPacked ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var model = JsonDocument.Parse(text);
        return new BotocoreModel(model.RootElement.Clone());
    }

    /// <summary>Whether a form field such as <c>Filters.Filter.1.Name</c> leads to a scalar of the operation's input.</summary>
    public bool Accepts(string operation, string field)
    {
        var shape = Shape(Operation(operation).GetProperty("input"));
        using var names = field.Split('.').AsEnumerable().GetEnumerator();
        while (names.MoveNext())
        {
            if (TypeOf(shape) is "structure" && shape.GetProperty("members").TryGetProperty(names.Current, out var member))
                shape = Shape(member);
            else if (TypeOf(shape) is "list" && names.Current == ElementOf(shape) && names.MoveNext())
                shape = Shape(shape.GetProperty("member"));
            else
                return false;
        }

        return TypeOf(shape) is not ("structure" or "list");
    }

    /// <summary>The inside of a result with every member set, lists to one element.</summary>
    public string Sample(string operation) =>
        Operation(operation).TryGetProperty("output", out var output) ? Value(Shape(output)) : "";

    /// <summary>The values of a type that has a few.</summary>
    public IEnumerable<string> Values(string shape) =>
        _root.GetProperty("shapes").GetProperty(shape).GetProperty("enum").EnumerateArray().Select(value => value.GetString()!);

    /// <summary>The errors that an operation declares; some declare none.</summary>
    public IEnumerable<(string Shape, string Code, int Status)> Errors(string operation) =>
        from reference in Operation(operation).TryGetProperty("errors", out var errors) ? errors.EnumerateArray() : []
        let error = Shape(reference).GetProperty("error")
        select (Text(reference, "shape"), Text(error, "code"), error.GetProperty("httpStatusCode").GetInt32());

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string TypeOf(JsonElement shape) => Text(shape, "type");

    private static string ElementOf(JsonElement list) =>
        list.GetProperty("member").TryGetProperty("locationName", out var name) ? name.GetString()! : "member";

    private JsonElement Operation(string name) => _root.GetProperty("operations").GetProperty(name);

    private JsonElement Shape(JsonElement reference) => _root.GetProperty("shapes").GetProperty(Text(reference, "shape"));

    private string Value(JsonElement shape) => TypeOf(shape) switch
    {
        "structure" => string.Concat(shape.GetProperty("members").EnumerateObject()
            .Select(member => $"<{member.Name}>{Value(Shape(member.Value))}</{member.Name}>")),
        "list" => $"<{ElementOf(shape)}>{Value(Shape(shape.GetProperty("member")))}</{ElementOf(shape)}>",
        "boolean" => "true",
        "timestamp" => "2026-02-03T04:05:06Z",
        "string" when shape.TryGetProperty("enum", out var values) => values[0].GetString()!,
        "string" => "text",
        _ => "1",
    };

    private static string? Find()
    {
        var python = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "python3")).FirstOrDefault(File.Exists);
        if (python is null)
            return null;

        var start = new ProcessStartInfo(python, ["-c", "import botocore; print(botocore.__path__[0])"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var folder = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        errors.GetAwaiter().GetResult();
        return process.ExitCode == 0 ? folder : null;
    }
}

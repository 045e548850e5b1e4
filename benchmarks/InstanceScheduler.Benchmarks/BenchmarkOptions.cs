using System.CommandLine;
using System.Globalization;

namespace InstanceScheduler.Benchmarks;

/// <summary>Options that several commands have.</summary>
internal static class BenchmarkOptions
{
    public static Option<FileInfo> Function(string name = "--function", bool isRequired = true)
    {
        var option = new Option<FileInfo>(name)
        {
            Description = "A published bootstrap (dotnet publish src/InstanceScheduler.Lambda -c Release -r linux-x64 -o DIR)",
            Required = isRequired,
        };
        option.AcceptExistingOnly();
        return option;
    }

    public static Option<int> Count(string name, string description, int otherwise)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !(int.TryParse(given.Value, CultureInfo.InvariantCulture, out var number) && number >= 1))
                result.AddError($"{name}: \"{given.Value}\" cannot be used; give a whole number from 1 on.");
        });
        return option;
    }

    public static Option<FileInfo> File(string name, string description, string? otherwise = null) => new(name)
    {
        Description = description,
        Required = otherwise is null,
        DefaultValueFactory = otherwise is null ? null : _ => new FileInfo(otherwise),
    };
}

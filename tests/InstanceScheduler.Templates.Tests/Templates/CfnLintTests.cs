using System.ComponentModel;
using System.Diagnostics;

namespace InstanceScheduler.Templates.Tests.Templates;

/// <summary>The reference linter, where it is installed.</summary>
public sealed class CfnLintTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Files => TemplateTests.Files;

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public async Task Cfn_lint_finds_nothing_in_regions_of_both_partitions(string file)
    {
        var start = new ProcessStartInfo("cfn-lint", ["-t", Repository.TemplatePath(file), "-c", "I", "-r", "cn-north-1", "cn-northwest-1", "us-east-1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Start(start);
        Skip.If(process is null, "no cfn-lint (1.51 or later, of PyPI) on the path");
        var (output, errors) = (process!.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(LongEnough);

        Assert.Equal("", await output + await errors);
        Assert.Equal(0, process.ExitCode);
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

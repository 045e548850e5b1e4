using System.Diagnostics;

namespace InstanceScheduler.Cli.Tests.EndToEnd;

public sealed class CompletionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scheduler-cli").FullName;

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("powershell")]
    public async Task Every_shell_has_its_script(string shell)
    {
        using var stage = new LocalStage();
        GoldenFile.Check("completion-" + shell, (await stage.RunAsync("completion", shell)).ToString());
    }

    [SkippableTheory]
    [InlineData("scheduler-cli describe-sch", "describe-schedule-usage describe-schedules")]
    [InlineData("scheduler-cli create-schedule --over", "--override-status")]
    [InlineData("scheduler-cli create-schedule --override-status ", "running stopped")]
    [InlineData("scheduler-cli describe-periods --output t", "table")]
    [InlineData("scheduler-cli completion z", "zsh")]
    [InlineData("scheduler-cli xyz", "")]
    public async Task Bash_completes_what_is_typed(string typed, string expected)
    {
        Skip.If(!File.Exists("/bin/bash"), "No /bin/bash: its completion script is NOT tried.");
        using var stage = new LocalStage();
        var script = Path.Combine(_folder, "completion.bash");
        await File.WriteAllTextAsync(script, (await stage.RunAsync("completion", "bash")).Output);
        var start = CliProcess.Start();
        var program = string.Join(' ', start.ArgumentList.Prepend(start.FileName).Select(word => $"'{word}'"));
        var words = typed.Split(' ');
        var result = await new CliProcess(new Dictionary<string, string>(StringComparer.Ordinal)).RunAsync(new ProcessStartInfo("/bin/bash"), "-c", $$"""
            scheduler-cli() { {{program}} "$@"; }
            source '{{script}}'
            COMP_LINE='{{typed}}' COMP_POINT={{typed.Length}} COMP_WORDS=({{string.Join(' ', words.Select(word => $"'{word}'"))}}) COMP_CWORD={{words.Length - 1}}
            _scheduler_cli
            echo "${COMPREPLY[*]}"
            """);
        Assert.Equal(new CliResult(0, expected + "\n", ""), result);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

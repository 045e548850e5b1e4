using System.CommandLine;
using InstanceScheduler.Cli.Commands;
using InstanceScheduler.Cli.Terminal;

namespace InstanceScheduler.Cli.Completion;

/// <summary>Prints the script that makes a shell complete commands, options and values.</summary>
internal static class CompletionCommand
{
    // The program itself is asked at every key, so the scripts never fall behind it.
    private const string Bash = """
        _scheduler_cli() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(scheduler-cli "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _scheduler_cli scheduler-cli

        """;

    private const string Zsh = """
        #compdef scheduler-cli
        _scheduler_cli() {
          local -a found
          found=("${(@f)$(scheduler-cli "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found
        }
        compdef _scheduler_cli scheduler-cli

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName scheduler-cli -ScriptBlock {
          param($word, $command, $cursor)
          scheduler-cli "[suggest:$cursor]" "$command" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }

        """;

    public static Command Build(CliTerminal terminal)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or powershell" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "powershell");
        var command = new CliCommand("completion", "Print the script with which a shell completes commands and options",
            "completion bash > /etc/bash_completion.d/scheduler-cli",
            "completion zsh > \"${fpath[1]}/_scheduler-cli\"",
            "completion powershell >> $PROFILE") { shell };
        command.SetAction(parsed => terminal.Output.Write(parsed.GetValue(shell) switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            _ => PowerShell,
        }));
        return command;
    }
}

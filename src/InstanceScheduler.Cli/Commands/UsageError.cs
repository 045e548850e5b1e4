using System.CommandLine;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>What is wrong with a command line.</summary>
internal static class UsageError
{
    public static IEnumerable<string> Lines(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // What follows a misspelt command, or a misspelt option, is not expected either, but is not the mistake.
        var isCommand = command is RootCommand && parsed.UnmatchedTokens is [var first, ..] && !first.StartsWith('-');
        var options = parsed.UnmatchedTokens.Where(token => token.StartsWith('-')).ToList();
        var unknown = (isCommand ? parsed.UnmatchedTokens.Take(1) : options.Count > 0 ? options : parsed.UnmatchedTokens).Select(token => Unknown(token, command, parsed)).ToList();
        // What is missing is most often what was misspelt.
        var lines = unknown.Count > 0 ? unknown : parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal);
        var name = command is RootCommand ? "" : $" {command.Name}";
        return lines.Append($"Run \"{SchedulerCli.Name}{name} --help\" to see what there is.");
    }

    private static string Unknown(string token, Command command, ParseResult parsed)
    {
        if (FlagBefore(token, command, parsed) is { } flag)
            return $"{flag} takes true or false, not \"{token}\"";
        if (!token.StartsWith('-'))
        {
            var names = command.Subcommands.Select(child => child.Name).ToList();
            return names.Count > 0 ? $"There is no command \"{token}\"{Suggestion.For(token, names)}" : $"\"{token}\" is not expected here; values with blanks need quotes";
        }

        var options = command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive)).SelectMany(option => option.Aliases.Prepend(option.Name));
        return $"{command.Name} has no option {token}{Suggestion.For(token, options)}";
    }

    private static string? FlagBefore(string token, Command command, ParseResult parsed)
    {
        var at = parsed.Tokens.ToList().FindIndex(part => part.Value == token);
        return at <= 0 || token.StartsWith('-') ? null : command.Options
            .FirstOrDefault(option => option.ValueType == typeof(bool) && option.Aliases.Prepend(option.Name).Contains(parsed.Tokens[at - 1].Value, StringComparer.Ordinal))?.Name;
    }
}

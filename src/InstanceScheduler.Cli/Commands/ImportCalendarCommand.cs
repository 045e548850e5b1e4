using System.CommandLine;
using System.Text.Json.Nodes;
using InstanceScheduler.Cli.Aws;
using InstanceScheduler.Cli.CalendarFiles;
using InstanceScheduler.Cli.ConfigFiles;
using InstanceScheduler.Cli.Output;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Cli.Commands;

/// <summary>Merges the days of a file into a calendar, year by year.</summary>
internal sealed class ImportCalendarCommand(CommandServices services)
{
    private readonly Option<string> _name = new("--name") { Description = "Name of the calendar; where it does not exist it is created", HelpName = "name", Required = true };
    private readonly Option<string> _file = new("--file", "-f") { Description = "File to read; - is the standard input", HelpName = "file", Required = true };
    private readonly Option<string> _format = new("--format") { Description = "auto, json or ics. Default: what the file looks like", HelpName = "auto|json|ics", DefaultValueFactory = _ => CalendarFormats.Auto };

    public Command Build()
    {
        var command = new CliCommand("import-calendar", "Merge the holidays and make-up days of a file into a calendar, year by year",
            "import-calendar --stack InstanceScheduler --name cn --file 2027.json",
            "import-calendar --stack InstanceScheduler --name team --file holidays.ics")
            .With(_name, _file, _format).With(services.Common.Reaching).With(services.Common.Printing);
        _format.AcceptOnlyFromAmong(CalendarFormats.All);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var writer = services.Writer(parsed);
        var path = parsed.GetRequiredValue(_file);
        var days = CalendarFile.Read(path, TextFile.Read(path, services.Terminal.Input), parsed.GetRequiredValue(_format));
        foreach (var note in days.Notes)
            await services.Terminal.Error.WriteLineAsync(VisibleText.Of($"{path}: {note}"));
        var name = parsed.GetRequiredValue(_name);
        using var function = await services.OpenAsync(parsed, cancellationToken);
        var stored = StoredCalendar.Find(name, await function.CallAsync(ActionNames.DescribeCalendars, new JsonObject { [ParameterNames.Versions] = true }, cancellationToken));
        var merged = days.MergedInto(stored);
        var parameters = new JsonObject { [ConfigAttributes.Name] = name, [ConfigAttributes.Holidays] = merged.Holidays, [ConfigAttributes.Workdays] = merged.Workdays };
        if (stored.Version is { } version)
        {
            parameters[ParameterNames.Patch] = true;
            parameters[ParameterNames.IfVersion] = version;
        }
        else if (stored.IsBuiltIn)
        {
            // Else the item would take the place of all that is built in.
            parameters[ConfigAttributes.Extends] = name;
        }

        var answer = await function.CallAsync(stored.Version is null ? ActionNames.CreateCalendar : ActionNames.UpdateCalendar, parameters, cancellationToken);
        await services.Terminal.Error.WriteLineAsync(VisibleText.Of($"{name}: {days.Summary}"));
        writer.Write(answer, shape: null);
        return ExitCode.Done;
    }
}

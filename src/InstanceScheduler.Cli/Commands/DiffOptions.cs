using System.CommandLine;
using InstanceScheduler.Cli.ConfigFiles;

namespace InstanceScheduler.Cli.Commands;

/// <summary>What a file is compared with, and what counts as a difference.</summary>
internal sealed class DiffOptions
{
    private readonly Option<bool> _delete = new("--delete") { Description = "Delete periods and schedules that the file lacks" };
    private readonly Option<bool> _allowConfig = new("--allow-config") { Description = "Change the settings (config) too; the scheduler's stack writes them anew at its next update" };

    public Argument<string> File { get; } = FileArgument.Create();

    public IEnumerable<Option> All => [_delete, _allowConfig];

    public IReadOnlyList<ItemChange> Of(ParseResult parsed, IReadOnlyList<StoredItem> stored, IReadOnlyList<FileItem> wanted) =>
        ConfigurationDiff.Of(stored, wanted, parsed.GetValue(_delete), parsed.GetValue(_allowConfig));
}

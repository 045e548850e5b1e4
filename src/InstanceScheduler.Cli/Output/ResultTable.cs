namespace InstanceScheduler.Cli.Output;

/// <summary>A table to print.</summary>
/// <param name="Title">Above it; null: none.</param>
/// <param name="Columns">Their names.</param>
/// <param name="Rows">A cell per column each.</param>
internal sealed record ResultTable(string? Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

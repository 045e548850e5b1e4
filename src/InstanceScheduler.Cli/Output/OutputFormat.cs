namespace InstanceScheduler.Cli.Output;

/// <summary>How a result is printed; the names are the values of <c>--output</c>.</summary>
internal enum OutputFormat
{
    Json,
    Table,
    Yaml,
}

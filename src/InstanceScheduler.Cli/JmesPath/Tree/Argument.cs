namespace InstanceScheduler.Cli.JmesPath.Tree;

/// <summary>An argument as written.</summary>
/// <param name="Expression">What to evaluate.</param>
/// <param name="IsReference"><c>&amp;a</c>: the function gets the expression itself, to ask elements with it.</param>
internal sealed record Argument(Expression Expression, bool IsReference);

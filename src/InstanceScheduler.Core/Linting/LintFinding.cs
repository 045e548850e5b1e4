namespace InstanceScheduler.Core.Linting;

/// <summary>Something in the configuration that is wrong, or looks like a mistake.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Item">The item: <c>schedule "cn-office-hours"</c>.</param>
/// <param name="Field">The attribute; null when it is about the whole item.</param>
/// <param name="Text">What is found, with the value.</param>
/// <param name="Remedy">What to do; null where the text says it.</param>
public sealed record LintFinding(LintSeverity Severity, string Item, string? Field, string Text, string? Remedy = null)
{
    /// <summary>One line: item, field, text, remedy.</summary>
    public override string ToString() => $"{Item}: {(Field is null ? "" : $"{Field}: ")}{Text}{(Remedy is null ? "" : $"; {Remedy}")}";
}

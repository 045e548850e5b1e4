namespace InstanceScheduler.Core.Configuration;

/// <summary>Something in the configuration that cannot be used, named so that a person can find and mend it.</summary>
/// <param name="Item">The item: <c>schedule "cn-office-hours"</c>.</param>
/// <param name="Field">The attribute, or null when it is about the whole item.</param>
/// <param name="Message">What is wrong, with the value, and what would be right.</param>
public sealed record ConfigurationProblem(string Item, string? Field, string Message)
{
    /// <summary>One line: item, field, message.</summary>
    public override string ToString() => Field is null ? $"{Item}: {Message}" : $"{Item}: {Field}: {Message}";
}

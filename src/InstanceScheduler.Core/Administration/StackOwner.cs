using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Core.Administration;

/// <summary>The stack that an item belongs to: changed by hand, it would be undone by the stack's next update.</summary>
internal static class StackOwner
{
    /// <exception cref="ActionRefusedException">A stack owns the item.</exception>
    public static void Check(ConfigItem item)
    {
        if (item.Attributes.GetValueOrDefault(ConfigAttributes.ConfiguredInStack) is ConfigValue.Text { Value: { Length: > 0 } stack })
            throw new ActionRefusedException($"error: {item.Type} {item.Name} belongs to stack {NameOf(stack)}; change it in the template of that stack");
    }

    // arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/NAME/1c2fa620-…
    private static string NameOf(string stack) => stack.StartsWith("arn:", StringComparison.Ordinal) && stack.Split('/') is [_, var name, ..] ? name : stack;
}

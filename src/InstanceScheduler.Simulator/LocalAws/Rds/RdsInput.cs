using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>Parameters as RDS writes them: <c>Tags.Tag.1.Key</c>, which some SDKs send as <c>Tags.member.1.Key</c>.</summary>
internal static class RdsInput
{
    public static string Required(this QueryParameters input, string name) =>
        input[name] is { Length: > 0 } value ? value : throw RdsErrors.Missing(name);

    public static IReadOnlyList<string> ValuesOf(this QueryParameters input, string list, string item) =>
        input.List($"{list}.{item}") is { Count: > 0 } values ? values : input.List(list + ".member");

    public static IEnumerable<string> StructuresOf(this QueryParameters input, string list, string item, string member) =>
        input.Structures($"{list}.{item}", member).Concat(input.Structures(list + ".member", member));

    /// <summary>The id in an identifier, which may be an ARN of that kind.</summary>
    public static string IdOf(string identifier, string kind) =>
        identifier.Split(':', 7) is ["arn", _, "rds", _, _, var actual, var id] && actual == kind ? id : identifier;
}

using InstanceScheduler.Vectors.Tests.Cases;
using InstanceScheduler.Vectors.Tests.Harness;
using InstanceScheduler.Vectors.Tests.Model;

namespace InstanceScheduler.Vectors.Tests.Rules;

/// <summary>Where tag templates differ from v1.3.</summary>
internal static class TagRules
{
    public static readonly IReadOnlyList<Rule<TagCase, string>> All =
    [
        new("29", 59, "keys that AWS keeps for itself are left out", HasReserved, TagModel.Expected),
        new("29", 3, "so are empty ones", vector => !HasReserved(vector) && HasEmpty(vector), TagModel.Expected),
        new("29", 2, "keys have no blanks round them",
            vector => !HasReserved(vector) && !HasEmpty(vector) && TagModel.KeysOf(vector).Any(key => key != key.Trim()), TagModel.Expected),
    ];

    private static bool HasReserved(TagCase vector) => TagModel.KeysOf(vector).Any(TagModel.IsReserved);

    private static bool HasEmpty(TagCase vector) => TagModel.KeysOf(vector).Any(string.IsNullOrWhiteSpace);
}

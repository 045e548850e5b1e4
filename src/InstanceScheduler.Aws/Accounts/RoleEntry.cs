using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace InstanceScheduler.Aws.Accounts;

/// <summary>An entry of <c>cross_account_roles</c>: one or several <c>{param:NAME}</c>, or else the ARN of a role.</summary>
/// <param name="Parameters">Names of parameters, as written.</param>
/// <param name="Rest">What is left without them; null: nothing.</param>
internal sealed partial record RoleEntry(ImmutableArray<string> Parameters, string? Rest)
{
    public static RoleEntry Of(string text)
    {
        ImmutableArray<string> parameters = [.. Reference().Matches(text).Select(match => match.Groups["name"].Value.Trim())];
        var rest = Reference().Replace(text, " ").Trim();
        return new RoleEntry(parameters, rest.Length > 0 || parameters.IsEmpty ? rest : null);
    }

    [GeneratedRegex(@"\{param:(?<name>[^{}]*[^{}\s][^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>A piece of the text of <c>Fn::Sub</c>.</summary>
/// <param name="Text">Literal text, or what stands between <c>${</c> and <c>}</c>.</param>
/// <param name="IsName">Whether it is to be replaced.</param>
internal readonly record struct SubstitutionPart(string Text, bool IsName)
{
    /// <summary>The resource of a name with a dot, else the name.</summary>
    public string Name => Text.Split('.', 2)[0];

    /// <summary>What follows the first dot; null where there is none.</summary>
    public string? Attribute => Text.Split('.', 2) is [_, var attribute] ? attribute : null;

    public static IEnumerable<SubstitutionPart> Of(string text)
    {
        var at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            yield return new SubstitutionPart(text[at..open], IsName: false);
            var name = text[(open + 2)..close];

            // ${!Literal} stands for ${Literal}.
            yield return name.StartsWith('!')
                ? new SubstitutionPart($"${{{name[1..]}}}", IsName: false)
                : new SubstitutionPart(Checked(name), IsName: true);
            at = close + 1;
        }

        yield return new SubstitutionPart(text[at..], IsName: false);
    }

    private static string Checked(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '.' or '_')
            ? name
            : throw new TemplateException(
                $"Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons, not '{name}'");
}

using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>Finds what a part of a template names.</summary>
internal static class Mentions
{
    private const string GetAttWording =
        "every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute";

    /// <summary>Everything that is named, in no order that means anything.</summary>
    /// <param name="element">A part of a template.</param>
    /// <param name="holds">Tells which branch of <c>Fn::If</c> counts; null: both do.</param>
    public static IEnumerable<Mention> In(JsonElement element, Func<string, bool>? holds = null) => element.ValueKind switch
    {
        JsonValueKind.Object when TemplateFunction.Of(element) is { } function => Of(function, holds),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => In(member.Value, holds)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => In(item, holds)),
        _ => [],
    };

    /// <summary>The parts of <c>Fn::GetAtt</c> in either form; the attribute may be a function.</summary>
    public static (string Resource, JsonElement Attribute) GetAtt(TemplateFunction function)
    {
        if (function.Argument.ValueKind == JsonValueKind.String && function.Argument.GetString()!.Split('.', 2) is [{ Length: > 0 } resource, { Length: > 0 } rest])
        {
            return (resource, JsonSerializer.SerializeToElement(rest));
        }

        return function.Arguments(2, 2, GetAttWording) is [{ ValueKind: JsonValueKind.String } name, var attribute]
            ? (name.GetString()!, attribute)
            : throw new TemplateException($"Template error: {GetAttWording}");
    }

    private static IEnumerable<Mention> Of(TemplateFunction function, Func<string, bool>? holds) => (function.Name, function.Argument) switch
    {
        (TemplateFunction.Ref, { ValueKind: JsonValueKind.String } name) => [new Mention(MentionKind.Value, name.GetString()!)],
        (TemplateFunction.Ref, _) => throw new TemplateException("Template error: every Ref object must have a single String value."),
        ("Fn::GetAtt", _) => OfAttribute(function, holds),
        ("Fn::Sub", _) => OfText(function, holds),
        ("Fn::If", _) => OfChoice(function, holds),
        ("Fn::FindInMap", { ValueKind: JsonValueKind.Array } list) when list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.String =>
            [new Mention(MentionKind.Mapping, list[0].GetString()!), .. In(list, holds)],
        (_, var argument) => In(argument, holds),
    };

    private static IEnumerable<Mention> OfAttribute(TemplateFunction function, Func<string, bool>? holds)
    {
        var (resource, attribute) = GetAtt(function);
        var name = attribute.ValueKind == JsonValueKind.String ? attribute.GetString() : null;
        return [new Mention(MentionKind.Attribute, resource, name), .. In(attribute, holds)];
    }

    private static IEnumerable<Mention> OfText(TemplateFunction function, Func<string, bool>? holds)
    {
        var (text, values) = Substitution.Read(function);
        return SubstitutionPart.Of(text)
            .Where(part => part.IsName && !values.ContainsKey(part.Text))
            .Select(part => part.Attribute is null
                ? new Mention(MentionKind.Value, part.Name)
                : new Mention(MentionKind.Attribute, part.Name, part.Attribute))
            .Concat(values.Values.SelectMany(value => In(value, holds)));
    }

    private static IEnumerable<Mention> OfChoice(TemplateFunction function, Func<string, bool>? holds)
    {
        var (condition, whenTrue, whenFalse) = Choice.Read(function);
        var branches = holds is null ? In(whenTrue).Concat(In(whenFalse)) : In(holds(condition) ? whenTrue : whenFalse, holds);
        return branches.Prepend(new Mention(MentionKind.Condition, condition));
    }
}

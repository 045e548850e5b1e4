using System.Text.Json;

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>The argument of <c>Fn::If</c>.</summary>
internal static class Choice
{
    private const string Wording = "Fn::If requires a list argument with three parameters, of which the first is the name of a condition";

    public static (string Condition, JsonElement WhenTrue, JsonElement WhenFalse) Read(TemplateFunction function) =>
        function.Arguments(3, 3, Wording) is [{ ValueKind: JsonValueKind.String } condition, var whenTrue, var whenFalse]
            ? (condition.GetString()!, whenTrue, whenFalse)
            : throw new TemplateException($"Template error: {Wording}");
}

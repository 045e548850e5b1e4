using InstanceScheduler.Simulator.LocalAws.Protocol;

namespace InstanceScheduler.Simulator.LocalAws.Ssm;

internal static class ParameterErrors
{
    // Parameter Store says no more than the code.
    public static AwsException NotFound() => new("ParameterNotFound", "");

    public static AwsException InvalidToken() => new("InvalidNextToken", "The specified token isn't valid.");

    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException Invalid(string member, string value, string constraint) =>
        Validation($"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");
}

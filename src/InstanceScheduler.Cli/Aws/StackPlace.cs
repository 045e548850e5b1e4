namespace InstanceScheduler.Cli.Aws;

/// <summary>A stack, and where it is looked for.</summary>
/// <param name="Stack">Name or ARN.</param>
internal sealed record StackPlace(string Stack, string Region)
{
    public override string ToString() => $"stack \"{Stack}\" in {Region}";
}

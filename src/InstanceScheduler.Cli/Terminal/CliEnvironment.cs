namespace InstanceScheduler.Cli.Terminal;

/// <summary>The environment variables, and who works in it; the one place that reads them, besides the AWS SDK.</summary>
internal sealed class CliEnvironment(Func<string, string?> read)
{
    public static CliEnvironment OfProcess { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>The user as the machine knows them; null when it does not.</summary>
    public static string? User => Environment.UserName is { Length: > 0 } user ? user : null;

    /// <summary>The value; null when the variable is not set or empty.</summary>
    public string? this[string name] => read(name) is { Length: > 0 } value ? value : null;
}

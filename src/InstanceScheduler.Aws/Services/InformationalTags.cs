namespace InstanceScheduler.Aws.Services;

/// <summary>What the scheduler last wrote on an instance for people to read; null: no such tag.</summary>
internal sealed record InformationalTags(string? LastAction, string? Error, string? ErrorMessage)
{
    public const string LastActionKey = "IS-LastAction";
    public const string ErrorKey = "IS-Error";
    public const string ErrorMessageKey = "IS-ErrorMessage";

    /// <summary>An instance without any.</summary>
    public static readonly InformationalTags None = new(null, null, null);
}

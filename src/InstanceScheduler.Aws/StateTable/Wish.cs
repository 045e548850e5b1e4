namespace InstanceScheduler.Aws.StateTable;

/// <summary>A wish as it stands in the state table: <c>start</c>, <c>stop</c>, <c>pause</c>, <c>resize:m5.large</c>.</summary>
internal readonly record struct Wish(WishKind Kind, string? InstanceType = null)
{
    private const string ResizePrefix = "resize:";

    public static readonly Wish Start = new(WishKind.Start);
    public static readonly Wish Stop = new(WishKind.Stop);
    public static readonly Wish Pause = new(WishKind.Pause);

    public static Wish Resize(string instanceType) => new(WishKind.Resize, instanceType);

    public static Wish? TryParse(string text) => text switch
    {
        "start" => Start,
        "stop" => Stop,
        "pause" => Pause,
        _ when text.StartsWith(ResizePrefix, StringComparison.Ordinal) && text.Length > ResizePrefix.Length => Resize(text[ResizePrefix.Length..]),
        _ => null,
    };

    public override string ToString() => Kind switch
    {
        WishKind.Start => "start",
        WishKind.Stop => "stop",
        WishKind.Pause => "pause",
        _ => ResizePrefix + InstanceType,
    };
}

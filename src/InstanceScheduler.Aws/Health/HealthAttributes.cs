namespace InstanceScheduler.Aws.Health;

/// <summary>Attribute names of a health item.</summary>
internal static class HealthAttributes
{
    /// <summary>Value of the hash key.</summary>
    public const string Service = "health";

    public const string Updated = "updated";
    public const string Topic = "topic";
    public const string Managed = "managed";
    public const string Running = "running";
    public const string Started = "started";
    public const string Stopped = "stopped";
    public const string Causes = "causes";

    public const string Code = "code";
    public const string Message = "message";
    public const string Severity = "severity";
    public const string Remedy = "remedy";
    public const string Count = "count";
    public const string Ids = "ids";
    public const string GoneSince = "gone_since";
}

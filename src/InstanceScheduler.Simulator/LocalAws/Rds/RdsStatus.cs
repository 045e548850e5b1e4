namespace InstanceScheduler.Simulator.LocalAws.Rds;

/// <summary>The statuses that decide about starting and stopping; databases and clusters know many more, as text.</summary>
internal static class RdsStatus
{
    public const string Available = "available";
    public const string Stopped = "stopped";
    public const string Starting = "starting";
    public const string Stopping = "stopping";

    /// <summary>The KMS key was lost; a start succeeds once it is there again.</summary>
    public const string Recoverable = "inaccessible-encryption-credentials-recoverable";

    /// <summary>Of a snapshot not yet complete.</summary>
    public const string Creating = "creating";

    public static bool IsStartable(string status) => status is Stopped or Recoverable;
}

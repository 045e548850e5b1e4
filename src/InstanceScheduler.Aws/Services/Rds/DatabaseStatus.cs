namespace InstanceScheduler.Aws.Services.Rds;

/// <summary>Reads the status of a DB instance or cluster.</summary>
internal static class DatabaseStatus
{
    public static PowerState StateOf(string? status) => status switch
    {
        "available" => PowerState.Running,
        "stopped" => PowerState.Stopped,
        "stopping" => PowerState.Stopping,
        "deleting" => PowerState.Gone,
        // Starting, being backed up, changed, mended…, and what AWS may add: seen, but not acted on.
        _ => PowerState.Pending,
    };

    /// <summary>Why RDS cannot go on with it by itself, and what a person can do; null where it can.</summary>
    public static string? TroubleOf(string? status, string? kmsKey)
    {
        var key = kmsKey is null ? "the KMS key that encrypts it" : $"the KMS key {kmsKey}";
        return status switch
        {
            "incompatible-network" =>
                $"{Says(status)}its subnets are deleted or have no address left: mend its DB subnet group, then start it once by hand",
            "incompatible-parameters" =>
                $"{Says(status)}its parameter group does not suit it: revert the change of parameters, then reboot it",
            "incompatible-option-group" =>
                $"{Says(status)}a change of its option group failed: see its recent events and mend the option group",
            "incompatible-restore" or "restore-error" =>
                $"{Says(status)}it could not be restored: see its recent events, delete it and restore it anew",
            "incompatible-create" or "insufficient-capacity" =>
                $"{Says(status)}it could not be created: delete it and create it anew, perhaps with another class or zone",
            "inaccessible-encryption-credentials-recoverable" =>
                $"{Says(status)}RDS cannot use {key}: enable it, cancel its deletion, allow RDS kms:DescribeKey, kms:CreateGrant and "
                + "kms:Decrypt on it, then start it once by hand, within seven days",
            "inaccessible-encryption-credentials" =>
                $"{Says(status)}RDS lost {key} for good: restore it from a backup once the key can be used, then delete this one",
            "storage-full" => $"{Says(status)}AWS stops no database whose storage is full: give it more storage",
            "failed" => $"{Says(status)}RDS cannot recover it: restore it to its latest restorable time, then delete this one",
            "cloning-failed" or "migration-failed" => $"{Says(status)}it never came to be: see its recent events, delete it and begin anew",
            _ when IsBad(status) => $"{Says(status)}RDS needs a person's help: see its recent events",
            _ => null,
        };
    }

    // Of the kinds that AWS lists, in case it adds to them.
    private static bool IsBad(string? status) => status is not null
        && (status.StartsWith("incompatible-", StringComparison.Ordinal) || status.StartsWith("inaccessible-", StringComparison.Ordinal)
            || status.EndsWith("-failed", StringComparison.Ordinal) || status.EndsWith("-error", StringComparison.Ordinal));

    private static string Says(string? status) => $"its status is {status}, ";
}

using InstanceScheduler.Aws.Services;
using InstanceScheduler.Aws.Services.Rds;

namespace InstanceScheduler.Aws.Tests.Services.Rds;

public sealed class DatabaseStatusTests
{
    /// <summary>Every status that AWS documents, and what a person has to mend.</summary>
    [Theory]
    [InlineData("available", nameof(PowerState.Running))]
    [InlineData("stopped", nameof(PowerState.Stopped))]
    [InlineData("starting", nameof(PowerState.Pending))]
    [InlineData("stopping", nameof(PowerState.Stopping))]
    [InlineData("deleting", nameof(PowerState.Gone))]
    [InlineData("delete-precheck", nameof(PowerState.Pending))]
    [InlineData("backing-up", nameof(PowerState.Pending))]
    [InlineData("backtracking", nameof(PowerState.Pending))]
    [InlineData("configuring-enhanced-monitoring", nameof(PowerState.Pending))]
    [InlineData("configuring-iam-database-auth", nameof(PowerState.Pending))]
    [InlineData("configuring-log-exports", nameof(PowerState.Pending))]
    [InlineData("converting-to-vpc", nameof(PowerState.Pending))]
    [InlineData("creating", nameof(PowerState.Pending))]
    [InlineData("failing-over", nameof(PowerState.Pending))]
    [InlineData("maintenance", nameof(PowerState.Pending))]
    [InlineData("migrating", nameof(PowerState.Pending))]
    [InlineData("modifying", nameof(PowerState.Pending))]
    [InlineData("moving-to-vpc", nameof(PowerState.Pending))]
    [InlineData("promoting", nameof(PowerState.Pending))]
    [InlineData("rebooting", nameof(PowerState.Pending))]
    [InlineData("renaming", nameof(PowerState.Pending))]
    [InlineData("resetting-master-credentials", nameof(PowerState.Pending))]
    [InlineData("storage-config-upgrade", nameof(PowerState.Pending))]
    [InlineData("storage-initialization", nameof(PowerState.Pending))]
    [InlineData("storage-optimization", nameof(PowerState.Pending))]
    [InlineData("update-iam-db-auth", nameof(PowerState.Pending))]
    [InlineData("upgrading", nameof(PowerState.Pending))]
    [InlineData("of-a-later-day", nameof(PowerState.Pending))]
    [InlineData(null, nameof(PowerState.Pending))]
    [InlineData("cloning-failed", nameof(PowerState.Pending), "delete it")]
    [InlineData("failed", nameof(PowerState.Pending), "restore it")]
    [InlineData("inaccessible-encryption-credentials", nameof(PowerState.Pending), "backup")]
    [InlineData("inaccessible-encryption-credentials-recoverable", nameof(PowerState.Pending), "kms:CreateGrant")]
    [InlineData("incompatible-create", nameof(PowerState.Pending), "anew")]
    [InlineData("incompatible-network", nameof(PowerState.Pending), "subnet group")]
    [InlineData("incompatible-option-group", nameof(PowerState.Pending), "option group")]
    [InlineData("incompatible-parameters", nameof(PowerState.Pending), "parameters")]
    [InlineData("incompatible-restore", nameof(PowerState.Pending), "restore it anew")]
    [InlineData("insufficient-capacity", nameof(PowerState.Pending), "zone")]
    [InlineData("migration-failed", nameof(PowerState.Pending), "delete it")]
    [InlineData("restore-error", nameof(PowerState.Pending), "restore it anew")]
    [InlineData("storage-full", nameof(PowerState.Pending), "storage")]
    [InlineData("incompatible-with-tomorrow", nameof(PowerState.Pending), "recent events")]
    [InlineData("something-failed", nameof(PowerState.Pending), "recent events")]
    public void A_status_is(string? status, string state, string? remedy = null)
    {
        Assert.Equal(state, DatabaseStatus.StateOf(status).ToString());
        var trouble = DatabaseStatus.TroubleOf(status, kmsKey: null);
        if (remedy is null)
        {
            Assert.Null(trouble);
            return;
        }

        Assert.Contains(remedy, trouble, StringComparison.Ordinal);
        Assert.Contains(status!, trouble, StringComparison.Ordinal);
    }
}

using Amazon.RDS.Model;
using InstanceScheduler.Core.Overrides;
using NodaTime;

namespace InstanceScheduler.Aws.Services.Rds;

/// <summary>A database as RDS lists it, read into what the scheduler needs.</summary>
/// <param name="Type">Class of an instance, or <see cref="RdsService.ClusterType"/>.</param>
/// <param name="Window">Preferred maintenance window, <c>ddd:hh:mm-ddd:hh:mm</c>.</param>
internal sealed record ListedDatabase(
    string Id, string? Arn, string Type, string? Status, List<Tag>? Tags,
    DateTime? Restart, string? Window, string? KmsKey, string? Untouchable)
{
    public static ListedDatabase Of(DBInstance instance) => new(
        instance.DBInstanceIdentifier ?? "", instance.DBInstanceArn, instance.DBInstanceClass ?? "", instance.DBInstanceStatus,
        instance.TagList, instance.AutomaticRestartTime, instance.PreferredMaintenanceWindow, instance.KmsKeyId,
        UntouchableDatabase.Why(instance));

    public static ListedDatabase Of(DBCluster cluster) => new(
        cluster.DBClusterIdentifier ?? "", cluster.DBClusterArn, RdsService.ClusterType, cluster.Status, cluster.TagList,
        cluster.AutomaticRestartTime, cluster.PreferredMaintenanceWindow, cluster.KmsKeyId, UntouchableDatabase.Why(cluster));

    /// <summary>Null where it does not carry the tag.</summary>
    public ManagedInstance? Managed(string tagName)
    {
        if (Tags?.Find(tag => tag.Key == tagName) is not { } schedule)
            return null;
        var overridden = ValueOf(OverrideTag.KeyFor(tagName));
        var state = DatabaseStatus.StateOf(Status);
        return new ManagedInstance
        {
            Id = Id,
            Arn = Arn,
            Schedule = string.IsNullOrWhiteSpace(schedule.Value) ? null : schedule.Value.Trim(),
            OverrideTag = string.IsNullOrWhiteSpace(overridden) ? null : overridden.Trim(),
            State = state,
            InstanceType = Type,
            Untouchable = Untouchable,
            Trouble = Untouchable is null ? DatabaseStatus.TroubleOf(Status, KmsKey) : null,
            MaintenanceWindow = Window,
            AutomaticRestart = state == PowerState.Stopped && Restart is { } time ? Instant.FromDateTimeUtc(time.ToUniversalTime()) : null,
            Information = new InformationalTags(
                ValueOf(InformationalTags.LastActionKey), ValueOf(InformationalTags.ErrorKey), ValueOf(InformationalTags.ErrorMessageKey)),
        };
    }

    private string? ValueOf(string key) => Tags?.Find(tag => tag.Key == key)?.Value;
}

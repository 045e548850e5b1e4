using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;
using NodaTime;
using Cause = InstanceScheduler.Simulator.LocalAws.Ec2.PowerCause;
using ReportCause = InstanceScheduler.Simulator.Report.PowerCause;
using ReportState = InstanceScheduler.Simulator.Report.PowerState;
using State = InstanceScheduler.Simulator.LocalAws.Ec2.PowerState;

namespace InstanceScheduler.Simulator.Play;

/// <summary>What the instances, databases and clusters of a local AWS did, in the words of a report.</summary>
internal sealed class StateChanges(LocalAws.LocalAws aws)
{
    private const string ByHand = "by hand";

    private readonly ILookup<string, PowerTransition> _instances = aws.Ec2.History.ToLookup(transition => transition.InstanceId, StringComparer.Ordinal);

    private readonly ILookup<(FleetKind Kind, ResourceKey Key), RdsTransition> _databases = aws.Rds.History.ToLookup(transition => KeyOf(transition.Resource));

    /// <summary>In order.</summary>
    public IEnumerable<StateChange> Of(FleetResource resource) => resource.Kind == FleetKind.Instance
        ? _instances[resource.Id].Select(Told)
        : _databases[(resource.Kind, resource.Key)].Select(Told);

    private static (FleetKind Kind, ResourceKey Key) KeyOf(RdsResource resource)
    {
        var kind = resource is LocalCluster ? FleetKind.Cluster : FleetKind.Database;
        var region = resource.Entry.Region;
        return (kind, new ResourceKey(kind.Service(), region.Account, region.Name, resource.Id));
    }

    private static StateChange Told(PowerTransition transition)
    {
        var (cause, why) = transition.Cause switch
        {
            Cause.Added => (ReportCause.Found, null),
            Cause.Human => (ReportCause.Human, ByHand),
            Cause.Fallback => (ReportCause.Cloud, "AWS accepted the start, and it failed afterwards"),
            _ => (ReportCause.Scheduler, (string?)null),
        };
        return new StateChange(Instant.FromDateTimeOffset(transition.Time), StateOf(transition.State), cause, why);
    }

    private static StateChange Told(RdsTransition transition)
    {
        var (cause, why) = transition.Cause switch
        {
            RdsCause.Added => (ReportCause.Found, null),
            RdsCause.Human => (ReportCause.Human, ByHand),
            RdsCause.AutomaticRestart => (ReportCause.Cloud, "AWS restarted it after seven days"),
            RdsCause.Fallback => (ReportCause.Cloud, $"AWS accepted the action, and it ended as {transition.Status}"),
            RdsCause.Service => (ReportCause.Cloud, $"RDS made it {transition.Status}"),
            _ => (ReportCause.Scheduler, (string?)null),
        };
        return new StateChange(Instant.FromDateTimeOffset(transition.Time), StateOf(transition.Status), cause, why);
    }

    private static ReportState StateOf(State state) => state switch
    {
        State.Pending => ReportState.Starting,
        State.Running => ReportState.On,
        State.Stopping => ReportState.Stopping,
        State.Stopped => ReportState.Off,
        _ => ReportState.Gone,
    };

    // Whatever else a database does, it is billed for meanwhile.
    private static ReportState StateOf(string status) => status switch
    {
        RdsStatus.Starting => ReportState.Starting,
        RdsStatus.Stopping => ReportState.Stopping,
        RdsStatus.Stopped => ReportState.Off,
        "deleting" => ReportState.Gone,
        _ => ReportState.On,
    };
}

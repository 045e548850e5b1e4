using System.Collections.Immutable;
using InstanceScheduler.Aws.Clients;
using InstanceScheduler.Core.Configuration;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>All actions there are.</summary>
internal static class AdminActions
{
    /// <param name="clients">SDK clients.</param>
    /// <param name="targets">The way to the targets.</param>
    /// <param name="time">Clock that tells now.</param>
    public static ImmutableArray<IAdminAction> Of(AwsClients clients, TargetAccess targets, TimeProvider time)
    {
        var config = new ConfigAccess(clients);
        return
        [
            new CreateItemAction(ConfigTypes.Period, config),
            new CreateItemAction(ConfigTypes.Schedule, config),
            new CreateItemAction(ConfigTypes.Calendar, config),
            new UpdateItemAction(ConfigTypes.Period, config),
            new UpdateItemAction(ConfigTypes.Schedule, config),
            new UpdateItemAction(ConfigTypes.Calendar, config),
            new DeleteItemAction(ConfigTypes.Period, config),
            new DeleteItemAction(ConfigTypes.Schedule, config),
            new DeleteItemAction(ConfigTypes.Calendar, config),
            new DescribeItemsAction(ConfigTypes.Period, config),
            new DescribeItemsAction(ConfigTypes.Schedule, config),
            new DescribeCalendarsAction(config),
            new CreateOverrideAction(config, time),
            new DescribeOverridesAction(config, time),
            new CancelOverrideAction(config),
            new DescribeUsageAction(config, time),
            new DescribeConfigurationAction(config),
            new PutConfigurationItemAction(config),
            new DeleteConfigurationItemAction(config),
            new DescribeStatusAction(config, targets, clients),
            new DescribeInstancesAction(config, targets, clients, time),
            new PreviewAction(config, targets, clients, time),
            new ExplainAction(config, targets, clients, time),
        ];
    }
}

using InstanceScheduler.Simulator.Fleet;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Simulator.Play;

/// <summary>Does at the console of a local AWS what people do.</summary>
internal static class HumanHand
{
    /// <exception cref="ArgumentException">The fleet holds none or several of that name.</exception>
    public static void Act(LocalAws.LocalAws aws, HumanAction action)
    {
        var isStart = action.Kind == HumanActionKind.Start;
        switch (Find(aws, action))
        {
            case LocalInstance instance:
                _ = isStart ? aws.Ec2.HumanStart(instance.Id) : aws.Ec2.HumanStop(instance.Id);
                break;
            case RdsResource database:
                _ = isStart ? aws.Rds.HumanStart(database) : aws.Rds.HumanStop(database);
                break;
        }
    }

    private static object Find(LocalAws.LocalAws aws, HumanAction action)
    {
        object[] found =
        [
            .. aws.Ec2.Instances.Where(instance => instance.Id == action.Id),
            .. aws.Rds.Databases.Where(IsMeant),
            .. aws.Rds.Clusters.Where(IsMeant),
        ];
        return found.Length == 1 ? found[0] : throw new ArgumentException(
            $"{found.Length} of the fleet are called \"{action.Id}\"; name one that exists, and its region where several are called alike.", nameof(action));

        bool IsMeant(RdsResource database) =>
            database.Id == action.Id && (action.Region is not { } region || database.Entry.Region.Name == region);
    }
}

using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>People who start, stop, tag, launch and terminate what is theirs, in the last minute and a half before a tick, when no run is on its way.</summary>
/// <param name="seed">What they do follows from it.</param>
internal sealed class ChaosPeople(int seed)
{
    private const double DoingsPerTick = 2.5;
    private const int EarliestSecond = 810;
    private const int LatestSecond = 898;
    private const int FirstLaunched = 1000;

    private readonly Random _chance = new(seed + 1);
    private readonly HashSet<string> _terminated = new(StringComparer.Ordinal);
    private int _launched = FirstLaunched;

    /// <summary>What happens between two ticks, in order.</summary>
    public IReadOnlyList<ChaosDoing> Next()
    {
        var count = (int)DoingsPerTick + (_chance.NextDouble() < DoingsPerTick % 1 ? 1 : 0);
        return [.. Enumerable.Range(0, count).Select(_ => One()).OrderBy(doing => doing.After)];
    }

    private ChaosDoing One()
    {
        var after = TimeSpan.FromSeconds(_chance.Next(EarliestSecond, LatestSecond));
        string[] accounts = [ChaosFleet.Hub, .. ChaosFleet.Managed];
        var (account, region) = (accounts[_chance.Next(3)], ChaosFleet.Regions[_chance.Next(2)]);
        // The first ten of each target have owners who meddle; nobody touches the others.
        var number = _chance.Next(10);
        var isDatabase = _chance.Next(2) == 0;
        var id = ChaosFleet.InstanceId(account, region, number);
        return isDatabase || _terminated.Contains(id) ? OnDatabase(after, account, region, number) : OnInstance(after, account, region, id);
    }

    private ChaosDoing OnInstance(TimeSpan after, string account, string region, string id)
    {
        var key = $"{ChaosTarget.Of("ec2", account, region)} {id}";
        switch (_chance.Next(20))
        {
            case 0:
                var (launchedNumber, launchSeed) = (_launched++, _chance.Next());
                LocalInstance Launched() => ChaosFleet.Instance(account, region, launchedNumber, new Random(launchSeed));
                return new ChaosDoing(after, $"{ChaosTarget.Of("ec2", account, region)} {Launched().Id}", "launched", aws => aws.Ec2.Add(Launched()));
            case 1:
                _terminated.Add(id);
                return new ChaosDoing(after, key, "terminated", aws => aws.Ec2.Terminate(id));
            case 2:
                var schedule = ChaosConfig.Schedules[_chance.Next(ChaosConfig.Schedules.Length)];
                return new ChaosDoing(after, key, $"tagged {schedule}", aws => aws.Ec2.HumanTag(id, "Schedule", schedule));
            case < 6:
                return new ChaosDoing(after, key, "shut down from within", aws => aws.Ec2.GuestShutdown(id));
            case < 13:
                return new ChaosDoing(after, key, "started by hand", aws => aws.Ec2.HumanStart(id));
            default:
                return new ChaosDoing(after, key, "stopped by hand", aws => aws.Ec2.HumanStop(id));
        }
    }

    private ChaosDoing OnDatabase(TimeSpan after, string account, string region, int number)
    {
        var id = ChaosFleet.DatabaseId(number);
        var key = $"{ChaosTarget.Of("rds", account, region)} {id}";
        return _chance.Next(2) == 0
            ? new ChaosDoing(after, key, "started by hand", aws => aws.Rds.HumanStart(Find(aws)))
            : new ChaosDoing(after, key, "stopped by hand", aws => aws.Rds.HumanStop(Find(aws)));

        RdsResource Find(LocalAws aws) => ChaosFleet.IsCluster(number) ? aws.Rds.Cluster(id, account, region) : aws.Rds.Database(id, account, region);
    }
}

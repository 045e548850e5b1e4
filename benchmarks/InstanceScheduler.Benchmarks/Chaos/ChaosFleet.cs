using System.Globalization;
using InstanceScheduler.Simulator.LocalAws;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.LocalAws.Sts;

namespace InstanceScheduler.Benchmarks.Chaos;

/// <summary>Three hundred instances, databases and clusters in three accounts and two regions.</summary>
internal static class ChaosFleet
{
    public const string Hub = "123456789012";

    public static readonly string[] Managed = ["222222222222", "333333333333"];
    public static readonly string[] Regions = ["cn-north-1", "cn-northwest-1"];

    private const int PerTarget = 25;
    private const int Clusters = 3;
    private static readonly string[] Types = ["m5.large", "c5.large", "m5.xlarge"];

    /// <summary>Puts the fleet of a seed into an AWS; the same for the same seed.</summary>
    public static void Put(LocalAws aws, int seed)
    {
        var chance = new Random(seed);
        foreach (var account in Managed)
            aws.Roles.Add(new LocalRole { Name = "Scheduler", Account = account, TrustedAccounts = [Hub] });
        foreach (var account in Managed.Prepend(Hub))
        {
            foreach (var region in Regions)
            {
                for (var number = 0; number < PerTarget; number++)
                    aws.Ec2.Add(Instance(account, region, number, chance));
                for (var number = 0; number < PerTarget; number++)
                    AddDatabase(aws.Rds, account, region, number, chance);
            }
        }
    }

    /// <summary>An instance that a person launches during the play.</summary>
    public static LocalInstance Instance(string account, string region, int number, Random chance)
    {
        var schedule = Pick([.. ChaosConfig.Schedules, .. ChaosConfig.Sized, .. ChaosConfig.Sized], chance);
        return new LocalInstance
        {
            Id = InstanceId(account, region, number),
            Account = account,
            Region = region,
            Type = Pick(Types, chance),
            InitialState = chance.Next(2) == 0 ? PowerState.Running : PowerState.Stopped,
            Tags = TagsOf(schedule),
        };
    }

    public static string InstanceId(string account, string region, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"i-{Array.IndexOf([Hub, .. Managed], account)}{Array.IndexOf(Regions, region)}{number:x15}");

    public static string DatabaseId(int number) => string.Create(CultureInfo.InvariantCulture, $"{(IsCluster(number) ? "cluster" : "db")}-{number:00}");

    public static bool IsCluster(int number) => number < Clusters;

    private static void AddDatabase(RdsFleet rds, string account, string region, int number, Random chance)
    {
        var schedule = Pick([.. ChaosConfig.Schedules, ChaosConfig.Window], chance);
        var status = chance.Next(2) == 0 ? RdsStatus.Available : RdsStatus.Stopped;
        var id = DatabaseId(number);
        var hour = chance.Next(20);
        var open = $"tue:{hour:00}:00-tue:{hour + 2:00}:00";
        if (IsCluster(number))
            rds.Add(new LocalCluster
            {
                Id = id,
                Account = account,
                Region = region,
                InitialStatus = status,
                MaintenanceWindow = open,
                Tags = TagsOf(schedule),
                Members = [new LocalDatabase { Id = $"{id}-a" }, new LocalDatabase { Id = $"{id}-b" }],
            });
        else
            rds.Add(new LocalDatabase { Id = id, Account = account, Region = region, InitialStatus = status, MaintenanceWindow = open, Tags = TagsOf(schedule) });
    }

    private static Dictionary<string, string> TagsOf(string schedule) => new(StringComparer.Ordinal) { ["Schedule"] = schedule };

    private static string Pick(string[] choice, Random chance) => choice[chance.Next(choice.Length)];
}

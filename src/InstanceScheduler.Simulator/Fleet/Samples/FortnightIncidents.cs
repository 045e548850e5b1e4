using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Rds;
using InstanceScheduler.Simulator.Play;
using NodaTime;

namespace InstanceScheduler.Simulator.Fleet;

/// <summary>What goes wrong in the sample fortnight, and what of it is mended.</summary>
internal static class FortnightIncidents
{
    private const string Account = Sample.HubAccount;
    private const string Beijing = "cn-north-1";
    private const string Key = $"arn:aws-cn:kms:{Beijing}:{Account}:key/0f047000-0000-4000-8000-000000000001";

    // EC2 instances by their names.
    private const string Billing = "i-0f047000000000024";
    private const string Search = "i-0f047000000000026";
    private const string Reports = "i-0f047000000000027";

    public static IReadOnlyList<Incident> All { get; } =
    [
        // The role may not use the key of its volume until the second Monday: every start is accepted, and falls back.
        new(0, LocalTime.Midnight, aws => (aws.Ec2[Billing].KmsKeyId, aws.Ec2[Billing].FallsBack) = (Key, "Client.InternalError")),
        new(7, new LocalTime(10, 13), aws => aws.Ec2[Billing].FallsBack = null),

        // No capacity until Thursday.
        new(0, LocalTime.Midnight, aws => aws.Ec2.Exhaust(Account, Beijing, "c5.4xlarge")),
        new(3, new LocalTime(11, 13), aws => aws.Ec2.Restock(Account, Beijing, "c5.4xlarge")),

        // Capacity for the second of its preferred types only; the first is for another architecture, as is the one that "reports" is to have.
        new(0, LocalTime.Midnight, aws => aws.Ec2.Exhaust(Account, Beijing, "r5.large")),
        new(0, LocalTime.Midnight, aws => aws.Ec2[Search].IncompatibleTypes = Arm("r6g.large")),
        new(0, LocalTime.Midnight, aws => aws.Ec2[Reports].IncompatibleTypes = Arm("m6g.large")),

        // An earlier database of another name left a snapshot that is called as this one's would be.
        new(0, LocalTime.Midnight, aws => aws.Rds.Add(new LocalSnapshot { Id = "instancescheduler-stopped-ledger", DatabaseId = "ledger-2019", Region = Beijing })),

        // On Thursday there is no room for the snapshot of the demonstration's first stop, until somebody asks AWS for more.
        new(3, new LocalTime(16, 13), aws => aws.Rds.SetSnapshotQuota(Account, Beijing, aws.Rds.Snapshots(Account, Beijing).Length)),
        new(3, new LocalTime(17, 28), aws => aws.Rds.SetSnapshotQuota(Account, Beijing, 100)),

        // Its subnets are deleted on Tuesday night.
        new(1, new LocalTime(21, 13), aws => aws.Rds.Database("crm", Account, Beijing).FallsBack = "incompatible-network"),

        // A failover that RDS does not show yet, and one that it does.
        new(8, new LocalTime(17, 58), aws => aws.Rds.Database("payments", Account, Beijing).StopRefusal = "InvalidDBInstanceState"),
        new(8, new LocalTime(18, 28), aws => aws.Rds.Database("payments", Account, Beijing).StopRefusal = null),
        new(4, new LocalTime(17, 58), aws => aws.Rds.SetStatus(aws.Rds.Database("mail", Account, Beijing), "rebooting", TimeSpan.FromMinutes(9))),
    ];

    private static Dictionary<string, TypeMismatch> Arm(string type) => new(StringComparer.Ordinal) { [type] = TypeMismatch.Architecture };
}

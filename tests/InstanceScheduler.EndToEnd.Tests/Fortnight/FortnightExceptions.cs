using InstanceScheduler.EndToEnd.Tests.Plays;
using InstanceScheduler.Simulator.Fleet;

namespace InstanceScheduler.EndToEnd.Tests.Fortnight;

/// <summary>What is planned to go wrong: who, and words of the problem that has to say so.</summary>
internal static class FortnightExceptions
{
    private const string Beijing = "cn-north-1";

    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Instance("i-0f047000000000024")] = "allow it kms:CreateGrant",
        [Instance("i-0f047000000000025")] = "list other types in the tag IS-PreferredInstanceTypes",
        [Instance("i-0f047000000000026")] = "r6g.large of IS-PreferredInstanceTypes was passed over",
        [Instance("i-0f047000000000027")] = "correct the period's @type",
        [Instance("i-0f047000000000028")] = "stopped without hibernation",
        [Instance("i-0f047000000000029")] = "schedule the group instead",
        [Instance("i-0f04700000000002a")] = "remove a tag from the instance",
        [Database("catalogue")] = "it has read replicas (catalogue-copy)",
        [Database("catalogue-copy")] = "it is a read replica of \"catalogue\"",
        [Database("finance")] = "it is SQL Server in several availability zones",
        [Database("reviews-2")] = "it is a member of the cluster \"reviews\"",
        [Database("ledger")] = "keep that snapshot by copying it under another name",
        [Database("demo")] = "raise the account's quota for them",
        [Database("crm")] = "mend its DB subnet group",
        [Database("payments")] = "StopDBInstance failed with InvalidDBInstanceState",
    };

    private static string Instance(string id) => PlaySightings.IdOf(FleetKind.Instance, Beijing, id);

    private static string Database(string id) => PlaySightings.IdOf(FleetKind.Database, Beijing, id);
}

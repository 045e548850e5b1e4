using System.Collections.Immutable;
using InstanceScheduler.Simulator.LocalAws.Permissions;
using InstanceScheduler.Templates.Tests.Stacks;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>A role whose permissions are to be proven: where it stands, who uses it, what its stack can be asked for.</summary>
/// <param name="File">The template.</param>
/// <param name="LogicalId">Of the role in it.</param>
/// <param name="Caller">Whose calls it has to allow.</param>
/// <param name="Axes">Parameters that matter for it, with the values to try; the first is the one with most permissions.</param>
internal sealed record RolePlan(string File, string LogicalId, Principal Caller, ImmutableArray<(string Parameter, string[] Values)> Axes)
{
    private const string Key = "arn:{0}:kms:{1}:123456789012:key/own";
    private const string InstanceKeys = "arn:{0}:kms:{1}:123456789012:key/volumes,arn:{0}:kms:{1}:222222222222:key/databases";
    private const string Licences = "arn:{0}:license-manager:{1}:123456789012:license-configuration:lic-1";
    private const string Roles = "arn:{0}:iam::222222222222:role/Remote-EC2SchedulerCrossAccountRole-1A2B3C,arn:{0}:iam::333333333333:role/team/Scheduler";

    public static RolePlan Hub { get; } = new(Repository.Hub, "SchedulerRole", Principal.Function,
    [
        ("ScheduledServices", ["Both", "EC2", "RDS"]),
        ("ScheduleRdsClusters", ["Yes", "No"]),
        ("CreateRdsSnapshot", ["Yes", "No"]),
        ("ScheduleLambdaAccount", ["Yes", "No"]),
        ("ResizeInstances", ["Yes", "No"]),
        ("CrossAccountRoles", ["{{param:/scheduler/roles/all}}", Roles, ""]),
        ("StartedTags", ["state=started", ""]),
        ("InformationalTags", ["No", "Yes"]),
        ("KmsKeyArn", [Key, ""]),
        ("KmsKeyArns", [InstanceKeys, ""]),
        ("LicenseManagerArns", [Licences, ""]),
    ]);

    public static RolePlan Remote { get; } = new(Repository.Remote, "EC2SchedulerCrossAccountRole", Principal.ManagedRole,
    [
        ("ScheduledServices", ["Both", "EC2", "RDS"]),
        ("ScheduleRdsClusters", ["Yes", "No"]),
        ("CreateRdsSnapshot", ["Yes", "No"]),
        ("ResizeInstances", ["Yes", "No"]),
        ("SetTags", ["Yes", "No"]),
        ("KmsKeyArns", [InstanceKeys, ""]),
        ("LicenseManagerArns", [Licences, ""]),
        ("InstanceSchedulerAccount", ["999999999999"]),
    ]);

    public bool IsHub => Caller == Principal.Function;

    /// <summary>Every combination of the values in China; in the other partitions, whose policies differ in names only, each value once.</summary>
    public IEnumerable<StackChoice> AllChoices()
    {
        var china = StackChoice.Partitions[0].Region;
        return Axes
            .Aggregate(
                (IEnumerable<StackChoice>)[Nothing(china)],
                (choices, axis) => choices.SelectMany(choice => axis.Values.Select(value => Fill(choice, axis.Parameter, value))))
            .Concat(StackChoice.Partitions.Skip(1).SelectMany(partition => FewChoices(partition.Region)));
    }

    /// <summary>Everything switched on; then each parameter changed alone.</summary>
    public IEnumerable<StackChoice> FewChoices(string region)
    {
        var full = Axes.Aggregate(Nothing(region), (choice, axis) => Fill(choice, axis.Parameter, axis.Values[0]));
        return Axes.SelectMany(axis => axis.Values.Skip(1).Select(value => Fill(full, axis.Parameter, value))).Prepend(full);
    }

    private static StackChoice Nothing(string region) => new(region, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    private static StackChoice Fill(StackChoice choice, string parameter, string value)
    {
        var filled = choice.With(parameter, string.Format(System.Globalization.CultureInfo.InvariantCulture, value, choice.Partition, choice.Region));

        if (parameter != "CrossAccountRoles")
            return filled;

        // Roles that stand in parameters cannot stand in a policy: the operator says how they are called and where, and only then.
        var (name, parameters) = filled[parameter].StartsWith("{param:", StringComparison.Ordinal) ? ("*Scheduler*", "scheduler/roles") : ("", "");
        return filled.With("CrossAccountRoleName", name).With("CrossAccountRoleParameters", parameters);
    }
}

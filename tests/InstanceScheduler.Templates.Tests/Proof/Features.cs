using InstanceScheduler.Simulator.LocalAws.Permissions;
using InstanceScheduler.Templates.Tests.Stacks;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>Which calls can happen under a choice of parameters: a feature that is off makes none.</summary>
internal static class Features
{
    public static bool Ec2(RolePlan plan, StackChoice choice) => ActsHere(plan, choice) && choice.Is("ScheduledServices", "EC2", "Both");

    public static bool Rds(RolePlan plan, StackChoice choice) => ActsHere(plan, choice) && choice.Is("ScheduledServices", "RDS", "Both");

    public static bool Clusters(RolePlan plan, StackChoice choice) => Rds(plan, choice) && choice.Is("ScheduleRdsClusters", "Yes");

    public static bool Snapshots(RolePlan plan, StackChoice choice) => Rds(plan, choice) && choice.Is("CreateRdsSnapshot", "Yes");

    public static bool Tags(RolePlan plan, StackChoice choice) =>
        plan.IsHub ? choice.Has("StartedTags") || choice.Has("StoppedTags") || choice.Is("InformationalTags", "Yes") : choice.Is("SetTags", "Yes");

    public static bool Happens(CallShape call, RolePlan plan, StackChoice choice)
    {
        var (action, resource) = (call.Action, call.Resource);
        return action switch
        {
            "sts:AssumeRole" => choice.Has("CrossAccountRoles"),
            "ssm:GetParameters" => choice["CrossAccountRoles"].Contains("{param:", StringComparison.Ordinal),
            "ssm:DescribeMaintenanceWindows" => Ec2(plan, choice),
            "ec2:ModifyInstanceAttribute" => Ec2(plan, choice) && choice.Is("ResizeInstances", "Yes"),
            "ec2:CreateTags" or "ec2:DeleteTags" => Ec2(plan, choice) && Tags(plan, choice),
            _ when action.StartsWith("ec2:", StringComparison.Ordinal) => Ec2(plan, choice),
            _ when !action.StartsWith("rds:", StringComparison.Ordinal) => true,
            "rds:AddTagsToResource" or "rds:RemoveTagsFromResource" when !Tags(plan, choice) => false,
            _ when resource.Contains(":cluster:", StringComparison.Ordinal) || action.Contains("DBCluster", StringComparison.Ordinal) => Clusters(plan, choice),
            _ when resource.Contains(":snapshot:", StringComparison.Ordinal) || action.Contains("Snapshot", StringComparison.Ordinal) => Snapshots(plan, choice),
            _ => Rds(plan, choice),
        };
    }

    // The hub's own role is used in the hub only, and there where that is scheduled.
    private static bool ActsHere(RolePlan plan, StackChoice choice) => !plan.IsHub || choice.Is("ScheduleLambdaAccount", "Yes");
}

using InstanceScheduler.Templates.Tests.Stacks;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>What AWS does or judges in the name of a role while no call of the scheduler's says so: this table is the reason for such permissions.</summary>
internal static class AwsNeeds
{
    private const string Ec2 = "ec2.{region}.amazonaws.com";
    private const string Rds = "rds.{region}.amazonaws.com";

    private static readonly Row[] Rows =
    [
        // The function's own life.
        new("logs:CreateLogStream", "arn:{partition}:logs:{region}:{account}:log-group:{log}:log-stream:{id}", "Lambda writes the log", plan => plan.IsHub),
        new("logs:PutLogEvents", "arn:{partition}:logs:{region}:{account}:log-group:{log}:log-stream:{id}", "Lambda writes the log", plan => plan.IsHub),
        new("sqs:SendMessage", "{queue}", "Lambda puts events that the function did not take into the queue", plan => plan.IsHub),
        new("ssm:GetParametersByPath", "arn:{partition}:ssm:{region}:{account}:parameter/lambdaEnvConfig/{function}/{name}", "Parameter Store judges a path with what is below it", plan => plan.IsHub),
        new("ssm:GetParametersByPath", "arn:{partition}:ssm:{region}:{account}:parameter/lambdaEnvConfig/InstanceSchedulerMain/{name}", "Parameter Store judges a path with what is below it", plan => plan.IsHub),
        new("kms:Decrypt", "{key}", "tables, topic and queue under a key of one's own", plan => plan.IsHub, choice => choice.Has("KmsKeyArn")),
        new("kms:GenerateDataKey", "{key}", "tables, topic and queue under a key of one's own", plan => plan.IsHub, choice => choice.Has("KmsKeyArn")),

        // Instances.
        new("kms:CreateGrant", "{instance key}", "EC2 attaches volumes under such a key at a start", When: (plan, choice) => Features.Ec2(plan, choice))
        {
            Keys = [("kms:GrantIsForAWSResource", "true"), ("kms:ViaService", Ec2)],
        },
        new("ec2:StartInstances", "{licence}", "EC2 judges a start on the instance's licence configurations too", When: Features.Ec2),

        // Databases.
        new("rds:CreateDBSnapshot", "arn:{partition}:rds:{region}:{account}:db:{database}", "RDS takes the snapshot at the stop", When: Features.Snapshots),
        new("rds:CreateDBSnapshot", "arn:{partition}:rds:{region}:{account}:snapshot:{stack}-stopped-{database}", "RDS takes the snapshot at the stop", When: Features.Snapshots),
        new("rds:AddTagsToResource", "arn:{partition}:rds:{region}:{account}:snapshot:{stack}-stopped-{database}", "RDS copies the database's tags to the snapshot", When: Features.Snapshots)
        {
            Keys = [("aws:TagKeys", "Schedule")],
        },
        new("kms:CreateGrant", "{instance key}", "RDS opens storage under such a key at a start", When: Features.Rds) { Keys = [("kms:ViaService", Rds)] },
        new("kms:DescribeKey", "{instance key}", "RDS opens storage under such a key at a start", When: Features.Rds) { Keys = [("kms:ViaService", Rds)] },
    ];

    /// <summary>Shapes as those of recorded calls, with what AWS adds to the request.</summary>
    public static IEnumerable<(string Action, string Resource, (string Key, string Value)[] Keys, string Reason)> Of(RolePlan plan, StackChoice choice) =>
        Rows.Where(row => row.Applies(plan, choice)).Select(row => (row.Action, row.Resource, row.Keys, row.Reason));

    private sealed record Row(string Action, string Resource, string Reason, Func<RolePlan, bool>? Of = null, Func<StackChoice, bool>? If = null, Func<RolePlan, StackChoice, bool>? When = null)
    {
        public (string Key, string Value)[] Keys { get; init; } = [];

        public bool Applies(RolePlan plan, StackChoice choice) => Of?.Invoke(plan) != false && If?.Invoke(choice) != false && When?.Invoke(plan, choice) != false;
    }
}

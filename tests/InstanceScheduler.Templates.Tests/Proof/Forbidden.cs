using InstanceScheduler.Templates.Tests.Policies;
using InstanceScheduler.Templates.Tests.Stacks;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>What no choice of parameters may allow.</summary>
internal static class Forbidden
{
    private const string Stranger = "555555555555";

    public static IEnumerable<PolicyRequest> Of(RolePlan plan, StackChoice choice, ResourceName names)
    {
        var (own, there) = ($"{choice.Region}:{RenderedRole.Account}", $"{choice.Region}:{Stranger}");
        string Arn(string service, string rest) => $"arn:{choice.Partition}:{service}:{rest}";
        var instance = Arn("ec2", $"{own}:instance/i-1");
        var (database, cluster) = (Arn("rds", $"{own}:db:orders"), Arn("rds", $"{own}:cluster:ledger"));
        var role = Arn("iam", $":{Stranger}:role/Admin");

        // What makes, destroys or gives leave.
        yield return new("ec2:RunInstances", instance);
        yield return new("ec2:TerminateInstances", instance);
        yield return new("ec2:RebootInstances", instance);
        yield return new("rds:DeleteDBInstance", database);
        yield return new("rds:DeleteDBCluster", cluster);
        yield return new("rds:ModifyDBInstance", database);
        yield return new("rds:DeleteDBSnapshot", Arn("rds", $"{own}:snapshot:before-migration"));
        yield return new("rds:DeleteDBClusterSnapshot", Arn("rds", $"{own}:cluster-snapshot:x-stopped-ledger"));
        yield return new("iam:CreateUser", Arn("iam", $":{RenderedRole.Account}:user/u"));
        yield return new("iam:PassRole", Arn("iam", $":{RenderedRole.Account}:role/r"));
        yield return new("iam:PutRolePolicy", Arn("iam", $":{RenderedRole.Account}:role/r"));
        yield return new("sts:AssumeRole", role);
        yield return new("sts:AssumeRole", Arn("iam", $":{RenderedRole.Account}:role/Admin"));
        yield return new("s3:GetObject", $"arn:{choice.Partition}:s3:::bucket/key");
        yield return new("ssm:SendCommand", instance);

        // Whoever may set user data runs what they like on the instance.
        foreach (var attribute in new[] { "UserData", "userData", "DisableApiTermination", "GroupSet" })
            yield return new PolicyRequest("ec2:ModifyInstanceAttribute", instance).With("ec2:Attribute", attribute);

        // What belongs to others.
        yield return new("ec2:StartInstances", Arn("ec2", $"{there}:instance/i-1"));
        yield return new("rds:StopDBInstance", Arn("rds", $"{there}:db:orders"));
        yield return new("kms:Decrypt", Arn("kms", $"{there}:key/other"));
        yield return new("kms:CreateGrant", Arn("kms", $"{own}:key/other"));
        yield return new("lambda:InvokeFunction", Arn("lambda", $"{own}:function:other"));
        yield return new("sns:Publish", Arn("sns", $"{own}:other"));
        yield return new("sqs:SendMessage", Arn("sqs", $"{own}:other"));
        yield return new("sqs:ReceiveMessage", Arn("sqs", $"{own}:other"));
        yield return new("logs:DeleteLogGroup", Arn("logs", $"{own}:log-group:{RenderedRole.StackName}-logs:*"));
        yield return new("logs:PutLogEvents", Arn("logs", $"{own}:log-group:other:log-stream:s"));
        foreach (var action in new[] { "dynamodb:Scan", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:Query" })
            yield return new(action, Arn("dynamodb", $"{own}:table/other"));
        yield return new("ssm:GetParametersByPath", Arn("ssm", $"{own}:parameter/other"));
        yield return new("ssm:GetParameters", Arn("ssm", $"{own}:parameter/other"));
        yield return new("ssm:PutParameter", Arn("ssm", $"{own}:parameter/lambdaEnvConfig/{RenderedRole.StackName}-InstanceSchedulerMain/TRACE"));

        // The tags by which people say what is scheduled.
        foreach (var key in new[] { "Schedule", "Schedule-Override" })
        {
            foreach (var action in new[] { "ec2:CreateTags", "ec2:DeleteTags" })
                yield return new PolicyRequest(action, instance).With("aws:TagKeys", "other", key);
            foreach (var action in new[] { "rds:AddTagsToResource", "rds:RemoveTagsFromResource" })
            {
                yield return new PolicyRequest(action, database).With("aws:TagKeys", key);
                yield return new PolicyRequest(action, cluster).With("aws:TagKeys", key);
            }
        }

        // A key is lent to AWS alone, and through the service that needs it.
        foreach (var key in choice["KmsKeyArns"].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return new("kms:CreateGrant", key);
            yield return new PolicyRequest("kms:CreateGrant", key).With("kms:GrantIsForAWSResource", "true").With("kms:ViaService", $"lambda.{choice.Region}.amazonaws.com");
            yield return new PolicyRequest("kms:CreateGrant", key).With("kms:GrantIsForAWSResource", "false").With("kms:ViaService", $"ec2.{choice.Region}.amazonaws.com");
            yield return new("kms:Decrypt", key);
        }

        if (!plan.IsHub)
            yield break;
        foreach (var table in new[] { names("ConfigTable", "Arn"), names("StateTable", "Arn") })
        {
            foreach (var action in new[] { "dynamodb:DeleteTable", "dynamodb:UpdateTable", "dynamodb:UpdateItem", "dynamodb:BatchWriteItem" })
                yield return new(action, table);
        }

        yield return new("dynamodb:Scan", names("StateTable", "Arn"));
        yield return new("sqs:ReceiveMessage", names("DeadLetterQueue", "Arn"));
        yield return new("sns:Subscribe", names("InstanceSchedulerSnsTopic", null));
    }
}

using InstanceScheduler.Aws.Accounts;

namespace InstanceScheduler.Aws.Tests.Accounts;

public sealed class RoleArnTests
{
    [Theory]
    [InlineData("arn:aws-cn:iam::222222222222:role/Scheduler", "aws-cn", "222222222222")]
    [InlineData("arn:aws-cn:iam::222222222222:role/stack-EC2SchedulerCrossAccountRole-1ABCDEF", "aws-cn", "222222222222")]
    [InlineData("arn:aws:iam::000000000001:role/team/a+b/x=y,z.@_-", "aws", "000000000001")]
    [InlineData("arn:aws-us-gov:iam::333333333333:role/r", "aws-us-gov", "333333333333")]
    [InlineData(" arn:aws-cn:iam::222222222222:role/Scheduler\n", "aws-cn", "222222222222")]
    public void A_role_is(string text, string partition, string account) =>
        Assert.Equal(new RoleArn(text.Trim(), partition, account), RoleArn.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("Scheduler")]
    [InlineData("222222222222")]
    [InlineData("arn:aws-cn:iam::22222222222:role/Scheduler")] // eleven digits
    [InlineData("arn:aws-cn:iam::2222222222222:role/Scheduler")]
    [InlineData("arn:aws-cn:iam::٢٢٢٢٢٢٢٢٢٢٢٢:role/Scheduler")]
    [InlineData("arn:aws-cn:iam:cn-north-1:222222222222:role/Scheduler")]
    [InlineData("arn:aws-cn:sts::222222222222:assumed-role/Scheduler/session")]
    [InlineData("arn:aws-cn:iam::222222222222:user/Scheduler")]
    [InlineData("arn:aws-cn:iam::222222222222:role/")]
    [InlineData("arn:aws-cn:iam::222222222222:role/path/")]
    [InlineData("arn:aws-cn:iam::222222222222:role/two words")]
    [InlineData("arn:aws-cn:iam::222222222222:role/Scheduler arn:aws-cn:iam::222222222222:role/Another")]
    [InlineData("arn:azure:iam::222222222222:role/Scheduler")]
    [InlineData("{param:ROLE}")]
    public void Nothing_else_is_one(string text) => Assert.Null(RoleArn.TryParse(text));

    [Theory]
    [InlineData("ec2", "ec2-scheduler-222222222222")]
    [InlineData("rds", "rds-scheduler-222222222222")]
    [InlineData("a-service-with-a-name-that-is-longer-than-aws-allows", "a-service-with-a-name-that-is-longer-than-aws-allows-scheduler-2")]
    public void A_session_is_named(string service, string expected)
    {
        var name = RoleArn.TryParse("arn:aws-cn:iam::222222222222:role/Scheduler")!.SessionName(service);

        Assert.Equal(expected, name);
        Assert.InRange(name.Length, 1, 64);
    }
}

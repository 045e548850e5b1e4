using Amazon.RDS.Model;
using InstanceScheduler.Aws.Services.Rds;

namespace InstanceScheduler.Aws.Tests.Services.Rds;

public sealed class OverrideTagTests
{
    [Theory]
    [InlineData("Plan-Override", " running until 2026-11-25 ", "running until 2026-11-25")]
    [InlineData("Plan-Override", " ", null)]
    [InlineData("Schedule-Override", "running until 2026-11-25", null)]
    [InlineData("plan-override", "running until 2026-11-25", null)]
    public void It_is_called_after_the_schedule_tag(string key, string value, string? expected)
    {
        List<Tag> tags = [new Tag { Key = "Plan", Value = "office" }, new Tag { Key = key, Value = value }];
        var instance = new DBInstance { DBInstanceIdentifier = "orders", DBInstanceStatus = "available", TagList = tags };
        var cluster = new DBCluster { DBClusterIdentifier = "web", Status = "available", TagList = tags };

        Assert.Equal(expected, ListedDatabase.Of(instance).Managed("Plan")!.OverrideTag);
        Assert.Equal(expected, ListedDatabase.Of(cluster).Managed("Plan")!.OverrideTag);
    }
}

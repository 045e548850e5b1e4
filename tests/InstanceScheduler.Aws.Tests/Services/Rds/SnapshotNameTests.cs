using System.Text.RegularExpressions;
using CsCheck;
using InstanceScheduler.Aws.Services.Rds;

namespace InstanceScheduler.Aws.Tests.Services.Rds;

public sealed partial class SnapshotNameTests
{
    [Theory]
    [InlineData("instance-scheduler", "orders", "instance-scheduler-stopped-orders")]
    [InlineData("Hub", "orders-db-2", "hub-stopped-orders-db-2")]
    [InlineData("My Stack", "orders", "mystack-stopped-orders")]
    [InlineData("my--stack-", "orders", "my-stack-stopped-orders")]
    [InlineData("my_stack.v2", "orders", "my-stack-v2-stopped-orders")]
    [InlineData("-stack", "orders", "stack-stopped-orders")]
    [InlineData("2026", "orders", "stack-2026-stopped-orders")]
    [InlineData("", "orders", "stopped-orders")]
    [InlineData(" ", "orders", "stopped-orders")]
    [InlineData("中国堆栈", "orders", "stopped-orders")]
    [InlineData("中国stack", "orders", "stack-stopped-orders")]
    public void The_snapshot_of_a_stop_is_called(string stack, string id, string expected) => Assert.Equal(expected, SnapshotName.Of(stack, id));

    [Fact]
    public void Whatever_the_stack_is_called_RDS_takes_the_name_and_the_id_is_whole() =>
        Gen.String[0, 300].Sample(stack =>
        {
            var id = "orders-" + new string('a', 56);
            var name = SnapshotName.Of(stack, id);

            Assert.Matches(Valid(), name);
            Assert.InRange(name.Length, 1, 255);
            Assert.EndsWith($"stopped-{id}", name, StringComparison.Ordinal);
        });

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Valid();
}

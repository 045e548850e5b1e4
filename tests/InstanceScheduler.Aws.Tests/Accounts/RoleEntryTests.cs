using InstanceScheduler.Aws.Accounts;

namespace InstanceScheduler.Aws.Tests.Accounts;

public sealed class RoleEntryTests
{
    [Theory]
    [InlineData("arn:aws-cn:iam::222222222222:role/r", "", "arn:aws-cn:iam::222222222222:role/r")]
    [InlineData("{param:ROLES}", "ROLES", null)]
    [InlineData("{param:/team/a}", "/team/a", null)]
    [InlineData(" {param: ROLES } ", "ROLES", null)]
    [InlineData("{param:A}{param:B} {param:C}", "A B C", null)]
    [InlineData("{param:A}rest", "A", "rest")]
    [InlineData("arn:aws-cn:iam::{param:ACCOUNT}:role/r", "ACCOUNT", "arn:aws-cn:iam:: :role/r")]
    [InlineData("", "", "")]
    [InlineData("{param:}", "", "{param:}")]
    [InlineData("{param: }", "", "{param: }")]
    [InlineData("{Param:A}", "", "{Param:A}")]
    [InlineData("{param:A", "", "{param:A")]
    [InlineData("{param:{param:A}}", "A", "{param: }")]
    public void An_entry_is_taken_apart(string text, string parameters, string? rest)
    {
        var entry = RoleEntry.Of(text);

        Assert.Equal(parameters, string.Join(' ', entry.Parameters));
        Assert.Equal(rest, entry.Rest);
    }
}

using System.Text.Json.Nodes;

namespace InstanceScheduler.Templates.Tests.Policies;

/// <summary>The evaluator judges as IAM does; what it does not know is an error and never a leave.</summary>
public sealed class PolicyTests
{
    [Theory]
    // Actions have no case; wildcards reach anywhere in them.
    [InlineData("ec2:StartInstances", "*", "ec2:StartInstances", "arn:aws-cn:ec2:cn-north-1:1:instance/i-1", true)]
    [InlineData("ec2:startinstances", "*", "ec2:StartInstances", "arn:aws-cn:ec2:cn-north-1:1:instance/i-1", true)]
    [InlineData("ec2:St?rt*", "*", "ec2:StartInstances", "arn:aws-cn:ec2:cn-north-1:1:instance/i-1", true)]
    [InlineData("ec2:Start", "*", "ec2:StartInstances", "arn:aws-cn:ec2:cn-north-1:1:instance/i-1", false)]
    [InlineData("*", "*", "iam:CreateUser", "arn:aws-cn:iam::1:user/u", true)]
    // Resources have.
    [InlineData("ec2:*", "arn:aws-cn:ec2:*:1:instance/*", "ec2:StartInstances", "arn:aws-cn:ec2:cn-north-1:1:instance/i-1", true)]
    [InlineData("ec2:*", "arn:aws-cn:ec2:*:1:Instance/*", "ec2:StartInstances", "arn:aws-cn:ec2:cn-north-1:1:instance/i-1", false)]
    [InlineData("ec2:*", "arn:aws-cn:ec2:*:1:instance/*", "ec2:StartInstances", "arn:aws-cn:ec2:cn-north-1:2:instance/i-1", false)]
    [InlineData("ec2:*", "arn:aws-cn:ec2:*:1:instance/*", "ec2:StartInstances", "arn:aws:ec2:cn-north-1:1:instance/i-1", false)]
    // A wildcard stays within its part of the ARN, but passes slashes and, in the last part, colons.
    [InlineData("rds:*", "arn:aws-cn:rds:*:db:*", "rds:StopDBInstance", "arn:aws-cn:rds:cn-north-1:1:db:d", false)]
    [InlineData("ssm:*", "arn:aws-cn:ssm:r:1:parameter/a*", "ssm:GetParameter", "arn:aws-cn:ssm:r:1:parameter/a/b/c", true)]
    [InlineData("logs:*", "arn:aws-cn:logs:r:1:log-group:g:*", "logs:PutLogEvents", "arn:aws-cn:logs:r:1:log-group:g:log-stream:s", true)]
    [InlineData("rds:*", "arn:aws-cn:rds:r:1:snapshot:*-stopped-*", "rds:DeleteDBSnapshot", "arn:aws-cn:rds:r:1:snapshot:s-stopped-d", true)]
    [InlineData("rds:*", "arn:aws-cn:rds:r:1:snapshot:*-stopped-*", "rds:DeleteDBSnapshot", "arn:aws-cn:rds:r:1:snapshot:mine", false)]
    // An action without resources needs all of them.
    [InlineData("ec2:DescribeInstances", "arn:aws-cn:ec2:*:1:instance/*", "ec2:DescribeInstances", "*", false)]
    [InlineData("ec2:DescribeInstances", "*", "ec2:DescribeInstances", "*", true)]
    public void A_statement_covers(string action, string resource, string asked, string on, bool expected) =>
        Assert.Equal(expected, Set(Statement("Allow", action, resource)).Allows(new PolicyRequest(asked, on)));

    [Theory]
    [InlineData("StringEquals", "a,b", "b", true)]
    [InlineData("StringEquals", "a,b", "B", false)]
    [InlineData("StringEquals", "a*", "ab", false)]
    [InlineData("StringEquals", "a", null, false)]
    [InlineData("StringNotEquals", "a", "b", true)]
    [InlineData("StringNotEquals", "a,b", "b", false)]
    [InlineData("StringNotEquals", "a", null, true)]
    [InlineData("StringLike", "a*,?", "ab", true)]
    [InlineData("StringLike", "a*,?", "bc", false)]
    [InlineData("StringNotLike", "a*", "ab", false)]
    [InlineData("StringEqualsIgnoreCase", "Ab", "aB", true)]
    [InlineData("StringEqualsIgnoreCase", "Ab", "b", false)]
    [InlineData("StringEqualsIgnoreCase", "Ab", null, false)]
    [InlineData("StringEqualsIgnoreCaseIfExists", "Ab", null, true)]
    [InlineData("StringEqualsIgnoreCaseIfExists", "Ab", "b", false)]
    [InlineData("StringEqualsIfExists", "a", null, true)]
    [InlineData("StringEqualsIfExists", "a", "b", false)]
    [InlineData("ArnEquals", "arn:aws-cn:iam::1:role/*", "arn:aws-cn:iam::1:role/p/r", true)]
    [InlineData("ArnLike", "arn:aws-cn:iam::1:role/*SchedulerRole*", "arn:aws-cn:iam::1:role/S-SchedulerRole-X", true)]
    [InlineData("ArnLike", "arn:aws-cn:iam::1:role/*SchedulerRole*", "arn:aws-cn:iam::2:role/S-SchedulerRole-X", false)]
    [InlineData("ArnNotLike", "arn:aws-cn:iam::1:role/*", "arn:aws-cn:iam::2:role/r", true)]
    [InlineData("Bool", "true", "True", true)]
    [InlineData("Bool", "true", "false", false)]
    [InlineData("Bool", "true", null, false)]
    [InlineData("Null", "true", null, true)]
    [InlineData("Null", "true", "a", false)]
    [InlineData("Null", "false", "a", true)]
    [InlineData("ForAnyValue:StringEquals", "a,b", "b|c", true)]
    [InlineData("ForAnyValue:StringEquals", "a,b", "c|d", false)]
    [InlineData("ForAnyValue:StringEquals", "a,b", null, false)]
    [InlineData("ForAnyValue:StringNotEquals", "a", "a|b", true)]
    [InlineData("ForAnyValue:StringNotEquals", "a", null, false)]
    [InlineData("ForAllValues:StringEquals", "a,b", "b|c", false)]
    [InlineData("ForAllValues:StringEquals", "a,b", "b|a", true)]
    [InlineData("ForAllValues:StringLike", "a*", "ab|ac", true)]
    [InlineData("ForAllValues:StringEquals", "a,b", null, true)]
    public void A_condition_holds(string text, string values, string? given, bool expected)
    {
        var request = new PolicyRequest("a:b", "*");
        if (given is not null)
            request = request.With("AWS:key", given.Split('|'));

        Assert.Equal(expected, new ConditionOperator(text, "aws:Key", values.Split(',')).Holds(request));
    }

    [Fact]
    public void All_conditions_have_to_hold()
    {
        var set = Set("""
            {"Effect": "Allow", "Action": "kms:CreateGrant", "Resource": "*", "Condition": {
              "Bool": {"kms:GrantIsForAWSResource": "true"}, "StringLike": {"kms:ViaService": ["ec2.*.amazonaws.com"]}}}
            """);
        var request = new PolicyRequest("kms:CreateGrant", "arn:aws:kms:r:1:key/k").With("kms:GrantIsForAWSResource", "true");

        Assert.False(set.Allows(request));
        Assert.False(set.Allows(request.With("kms:ViaService", "rds.us-east-1.amazonaws.com")));
        Assert.True(set.Allows(request.With("kms:ViaService", "ec2.us-east-1.amazonaws.com")));
    }

    [Fact]
    public void What_nothing_allows_is_refused_and_a_denial_beats_any_leave()
    {
        var request = new PolicyRequest("ec2:CreateTags", "arn:aws-cn:ec2:r:1:instance/i");
        var allow = Statement("Allow", "ec2:*", "*");

        Assert.False(new PolicySet([]).Allows(request));
        Assert.True(Set(allow).Allows(request));
        Assert.False(Set(Statement("Deny", "ec2:CreateTags", "*"), allow).Allows(request));
        Assert.False(Set(Statement("Deny", "ec2:CreateTags", "*")).Allows(request));
        Assert.True(Set(Statement("Deny", "ec2:DeleteTags", "*"), allow).Allows(request));
    }

    [Theory]
    [InlineData("""{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}""", "NotAction")]
    [InlineData("""{"Effect": "Allow", "Action": "iam:*", "NotResource": "*"}""", "NotResource")]
    [InlineData("""{"Effect": "Allow", "Action": "iam:*", "Resource": "*", "Principal": "*"}""", "Principal")]
    [InlineData("""{"Effect": "allow", "Action": "iam:*", "Resource": "*"}""", "'allow'")]
    [InlineData("""{"Effect": "Allow", "Resource": "*"}""", "Action")]
    [InlineData("""{"Effect": "Allow", "Action": [], "Resource": "*"}""", "Action")]
    [InlineData("""{"Effect": "Allow", "Action": "a:b", "Resource": {"Ref": "X"}}""", "Resource")]
    [InlineData("""{"Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": {"NumericEquals": {"k": "1"}}}""", "NumericEquals")]
    [InlineData("""{"Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": {"ForSomeValues:StringEquals": {"k": "1"}}}""", "ForSomeValues")]
    [InlineData("""{"Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": {"StringEquals": {"k": []}}}""", "StringEquals")]
    public void What_is_not_known_is_an_error(string statement, string named) =>
        Assert.Contains(named, Assert.Throws<PolicyException>(() => Set(statement)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_operator_for_one_value_refuses_several()
    {
        var request = new PolicyRequest("a:b", "*").With("aws:TagKeys", "a", "b");

        var error = Assert.Throws<PolicyException>(() => new ConditionOperator("StringEquals", "aws:TagKeys", ["a"]).Holds(request));
        Assert.Contains("ForAnyValue:", error.Message, StringComparison.Ordinal);
    }

    private static string Statement(string effect, string action, string resource) =>
        $$"""{"Effect": "{{effect}}", "Action": "{{action}}", "Resource": "{{resource}}"}""";

    private static PolicySet Set(params string[] statements) => new([.. PolicyStatement.ReadAll(
        "Policy", JsonNode.Parse($$"""{"Version": "2012-10-17", "Statement": [{{string.Join(',', statements)}}]}""")!)]);
}

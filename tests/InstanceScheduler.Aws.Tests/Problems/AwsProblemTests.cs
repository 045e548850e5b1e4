using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using InstanceScheduler.Aws.Problems;

namespace InstanceScheduler.Aws.Tests.Problems;

public sealed class AwsProblemTests
{
    [Theory]
    [InlineData("UnauthorizedOperation", 403, "allow")]
    [InlineData("AccessDeniedException", 400, "allow")]
    [InlineData("InsufficientInstanceCapacity", 500, "tried again every run")]
    [InlineData("VcpuLimitExceeded", 400, "quota")]
    [InlineData("OperationNotPermitted", 400, "stop protection")]
    [InlineData("InvalidInstanceID.NotFound", 400, "nothing to do")]
    [InlineData("InvalidKMSKey.DisabledException", 400, "key")]
    [InlineData("OptInRequired", 403, "enable")]
    [InlineData("InsufficientInstanceCapacity", 500, "IS-PreferredInstanceTypes")]
    [InlineData("InsufficientHostCapacity", 500, "Dedicated Host")]
    [InlineData("ReservationCapacityExceeded", 400, "Capacity Reservation")]
    [InlineData("UnauthorizedOperation", 403, "allow ec2:StartInstances for the scheduler's role")]
    [InlineData("VolumeLimitExceeded", 400, "EBS quota")]
    [InlineData("AttachmentLimitExceeded", 400, "detach")]
    [InlineData("LicenseConfigurationNotFound", 400, "License Manager")]
    [InlineData("LicenseLimitExceeded", 400, "License Manager")]
    [InlineData("CustomerKeyHasBeenRevoked", 400, "restore the key")]
    [InlineData("InvalidParameterCombination", 400, "@type")]
    [InlineData("UnsupportedOperation", 400, "remove its schedule tag")]
    [InlineData("Unsupported", 400, "change the type")]
    [InlineData("UnsupportedHibernationConfiguration", 400, "launched so")]
    [InlineData("TagLimitExceeded", 400, "remove a tag")]
    [InlineData("TagPolicyViolation", 400, "tag policy")]
    [InlineData("RequestLimitExceeded", 503, "next tick")]
    [InlineData("InternalError", 500, "next tick")]
    public void A_cause_comes_with_what_to_do(string code, int status, string remedy)
    {
        var problem = AwsProblem.Of("StartInstances", new AmazonEC2Exception("Because.", ErrorType.Unknown, code, "r", (HttpStatusCode)status), ["i-1", "i-2"]);

        Assert.Equal(code, problem.Code);
        Assert.Equal($"StartInstances failed with {code}: Because.", problem.Message);
        Assert.Equal(["i-1", "i-2"], problem.Ids, StringComparer.Ordinal);
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
        Assert.Equal($"{problem.Message} ({problem.Remedy})", problem.ToString());
    }

    [Theory]
    [InlineData("UnauthorizedOperation", ProblemSeverity.Error)]
    [InlineData("InsufficientInstanceCapacity", ProblemSeverity.Error)]
    [InlineData("RequestLimitExceeded", ProblemSeverity.Error)]
    [InlineData("SomethingNew", ProblemSeverity.Error)]
    [InlineData("InvalidInstanceID.NotFound", ProblemSeverity.Warning)]
    public void It_is_an_error_unless_there_is_nothing_left_to_act_on(string code, object severity) =>
        Assert.Equal(severity, AwsProblem.Of("StartInstances", new AmazonEC2Exception("Because.", ErrorType.Unknown, code, "r", HttpStatusCode.BadRequest), ["i-1"]).Severity);

    [Fact]
    public void Other_problems_are_warnings_unless_they_say_otherwise() => Assert.Equal(ProblemSeverity.Warning, new Problem("Code", "Message", []).Severity);

    [Fact]
    public void What_only_AWS_can_decode_is_left_out()
    {
        var failure = new AmazonEC2Exception("Not allowed. Encoded authorization failure message: 4GIOHlTk", ErrorType.Unknown, "UnauthorizedOperation", "r", HttpStatusCode.Forbidden);
        Assert.Equal("StartInstances failed with UnauthorizedOperation: Not allowed.", AwsProblem.Of("StartInstances", failure, ["i-1"]).Message);
    }

    [Theory]
    [InlineData("StartInstances", "You are not authorized.", "allow ec2:StartInstances for the scheduler's role")]
    [InlineData("StopInstances with Hibernate", "No.", "allow ec2:StopInstances for the scheduler's role")]
    [InlineData("ModifyInstanceAttribute to c5.large", "No.", "allow ec2:ModifyInstanceAttribute for the scheduler's role")]
    [InlineData("CreateTags", "No.", "allow ec2:CreateTags for the scheduler's role")]
    [InlineData("StartInstances", "… on resource: arn:aws-cn:license-manager:cn-north-1:123456789012:license-configuration:lic-1",
        "allow ec2:StartInstances for the scheduler's role, on the licence configuration that it names too")]
    [InlineData("saving the states", "No.", "allow it for the scheduler's role")]
    public void A_denial_comes_with_what_to_allow(string operation, string message, string remedy) =>
        Assert.Equal(remedy, AwsProblem.Of(operation, Error("UnauthorizedOperation", message), []).Remedy);

    [Theory]
    [InlineData("InvalidInstanceAttributeValue", true)]
    [InlineData("InvalidParameterCombination", true)]
    [InlineData("UnsupportedOperation", true)]
    [InlineData("IncorrectInstanceState", false)]
    [InlineData("UnauthorizedOperation", false)]
    public void A_type_that_does_not_fit_stays_so_until_somebody_corrects_it(string code, bool isUnfit)
    {
        var problem = AwsProblem.Of("ModifyInstanceAttribute to c6g.large", Error(code, "Because."), ["i-1"]);

        Assert.Equal(isUnfit, problem.IsStanding);
        Assert.Equal(isUnfit, problem.Remedy!.Contains("correct the period's @type", StringComparison.Ordinal));
    }

    private static AmazonEC2Exception Error(string code, string message) => new(message, ErrorType.Unknown, code, "r", HttpStatusCode.BadRequest);

    [Fact]
    public void An_unknown_cause_comes_as_AWS_told_it()
    {
        var problem = AwsProblem.Of("the run", new InvalidOperationException("Ours."), []);

        Assert.Null(problem.Remedy);
        Assert.Equal("the run failed with InvalidOperationException: Ours.", problem.ToString());
    }
}

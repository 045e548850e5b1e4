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

    [Fact]
    public void An_unknown_cause_comes_as_AWS_told_it()
    {
        var problem = AwsProblem.Of("the run", new InvalidOperationException("Ours."), []);

        Assert.Null(problem.Remedy);
        Assert.Equal("the run failed with InvalidOperationException: Ours.", problem.ToString());
    }
}

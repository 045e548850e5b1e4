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

    [Fact]
    public void An_unknown_cause_comes_as_AWS_told_it()
    {
        var problem = AwsProblem.Of("the run", new InvalidOperationException("Ours."), []);

        Assert.Null(problem.Remedy);
        Assert.Equal("the run failed with InvalidOperationException: Ours.", problem.ToString());
    }
}

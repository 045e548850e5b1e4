using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using InstanceScheduler.Aws.Retry;
using InstanceScheduler.Simulator.LocalAws.Ec2;
using InstanceScheduler.Simulator.LocalAws.Faults;

namespace InstanceScheduler.Aws.Tests.Retry;

public sealed class AwsFailureTests : AwsTest
{
    private const string Id = "i-00000000000000001";

    [Theory]
    [InlineData("RequestLimitExceeded", 503, nameof(FailureKind.Throttle))]
    [InlineData("Throttling", 400, nameof(FailureKind.Throttle))]
    [InlineData("ThrottlingException", 400, nameof(FailureKind.Throttle))]
    [InlineData("ProvisionedThroughputExceededException", 400, nameof(FailureKind.Throttle))]
    [InlineData("TooManyRequestsException", 429, nameof(FailureKind.Throttle))]
    [InlineData("SomethingNew", 429, nameof(FailureKind.Throttle))]
    // About instances, whatever the status says.
    [InlineData("InsufficientInstanceCapacity", 500, nameof(FailureKind.Instance))]
    [InlineData("InsufficientInstanceCapacity", 400, nameof(FailureKind.Instance))]
    [InlineData("InsufficientFreeAddressesInSubnet", 400, nameof(FailureKind.Instance))]
    [InlineData("ReservationCapacityExceeded", 400, nameof(FailureKind.Instance))]
    [InlineData("IncorrectInstanceState", 400, nameof(FailureKind.Instance))]
    [InlineData("IncorrectSpotRequestState", 400, nameof(FailureKind.Instance))]
    [InlineData("InvalidInstanceID.NotFound", 400, nameof(FailureKind.Instance))]
    [InlineData("InvalidInstanceID.Malformed", 400, nameof(FailureKind.Instance))]
    [InlineData("InvalidKMSKey.DisabledException", 400, nameof(FailureKind.Instance))]
    [InlineData("InvalidVolume.NotFound", 400, nameof(FailureKind.Instance))]
    [InlineData("VcpuLimitExceeded", 400, nameof(FailureKind.Instance))]
    [InlineData("MaxIOPSLimitExceeded", 400, nameof(FailureKind.Instance))]
    [InlineData("UnsupportedOperation", 400, nameof(FailureKind.Instance))]
    [InlineData("UnsupportedHostConfiguration", 400, nameof(FailureKind.Instance))]
    [InlineData("OperationNotPermitted", 400, nameof(FailureKind.Instance))]
    [InlineData("LicenseLimitExceeded", 400, nameof(FailureKind.Instance))]
    [InlineData("TagLimitExceeded", 400, nameof(FailureKind.Instance))]
    [InlineData("InvalidParameterCombination", 400, nameof(FailureKind.Instance))]
    [InlineData("CustomerKeyHasBeenRevoked", 400, nameof(FailureKind.Instance))]
    [InlineData("InsufficientDBInstanceCapacity", 400, nameof(FailureKind.Instance))]
    // Of RDS, which takes one database per call: whatever is not temporary is about that one.
    [InlineData("InvalidDBInstanceState", 400, nameof(FailureKind.Caller))]
    [InlineData("SnapshotQuotaExceeded", 400, nameof(FailureKind.Caller))]
    [InlineData("StorageQuotaExceeded", 400, nameof(FailureKind.Caller))]
    [InlineData("DBInstanceNotFound", 404, nameof(FailureKind.Caller))]
    [InlineData("InternalError", 500, nameof(FailureKind.Transient))]
    [InlineData("Unavailable", 503, nameof(FailureKind.Transient))]
    [InlineData("ServiceUnavailable", 503, nameof(FailureKind.Transient))]
    [InlineData("InternalFailure", 400, nameof(FailureKind.Transient))]
    [InlineData("SomethingNew", 500, nameof(FailureKind.Transient))]
    [InlineData("SomethingNew", 502, nameof(FailureKind.Transient))]
    [InlineData("SomethingNew", 0, nameof(FailureKind.Transient))]
    [InlineData("UnauthorizedOperation", 403, nameof(FailureKind.Caller))]
    [InlineData("OptInRequired", 403, nameof(FailureKind.Caller))]
    [InlineData("AuthFailure", 401, nameof(FailureKind.Caller))]
    [InlineData("AccessDeniedException", 400, nameof(FailureKind.Caller))]
    [InlineData("SomethingNew", 400, nameof(FailureKind.Caller))]
    public void An_error_of_AWS_is_about(string code, int status, string kind)
    {
        var failure = new AmazonEC2Exception("text", ErrorType.Unknown, code, "request", (HttpStatusCode)status);

        Assert.Equal(kind, AwsFailure.KindOf(failure).ToString());
        Assert.Equal(code, AwsFailure.CodeOf(failure));
        Assert.Equal(kind is nameof(FailureKind.Throttle) or nameof(FailureKind.Transient), AwsFailure.IsTemporary(failure));
    }

    public static TheoryData<Exception, string, string> OtherFailures => new()
    {
        { new HttpRequestException("no route"), "Transient", "NetworkError" },
        { new HttpRequestException("no route", new SocketException(10061)), "Transient", "NetworkError" },
        { new IOException("broken"), "Transient", "NetworkError" },
        { new TaskCanceledException("slow", new TimeoutException()), "Transient", "Timeout" },
        { new OperationCanceledException(), "Transient", "Timeout" },
        { new TimeoutException(), "Transient", "NetworkError" },
        { new AmazonClientException("no credentials yet"), "Transient", "NetworkError" },
        { new AmazonEC2Exception("no code") { StatusCode = HttpStatusCode.BadGateway }, "Transient", "HTTP502" },
        { new AmazonUnmarshallingException("r", "p", "half a body", new IOException("x"), HttpStatusCode.OK), "Transient", "AnswerUnreadable" },
        { new InvalidOperationException("ours"), "Caller", "InvalidOperationException" },
    };

    [Theory]
    [MemberData(nameof(OtherFailures))]
    public void Another_failure_is(Exception failure, string kind, string code)
    {
        Assert.Equal(kind, AwsFailure.KindOf(failure).ToString());
        Assert.Equal(code, AwsFailure.CodeOf(failure));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_breaks_under_the_SDK_is_transient(bool acts)
    {
        Aws.Ec2.Add(new LocalInstance { Id = Id });
        Aws.Faults.Add("ec2", "StartInstances", acts ? LocalFault.LoseAnswer : LocalFault.LoseRequest);

        var failure = await Record.ExceptionAsync(() => Clients.Ec2(Region).StartInstancesAsync(new StartInstancesRequest([Id])));

        Assert.Equal(FailureKind.Transient, AwsFailure.KindOf(failure!));
        Assert.Equal(acts ? 1 : 0, Aws.Calls.Count(call => call is { Operation: "StartInstances", ErrorCode: null }));
    }

    public static TheoryData<int, string, string, bool> UnreadableAnswers => new()
    {
        { 200, "text/xml", "<StartInstancesResponse><instancesSet><item><instanceId>i-0", false },
        { 200, "text/xml", "<StartInstancesResponse><instancesSet><item><instanceId>i-0", true },
        { 200, "text/html", "<html><body>maintenance</body></html", false },
        { 502, "text/html", "<html><body>Bad Gateway</body></html>", false },
        { 503, "text/html", "", false },
        { 500, "text/plain", "not xml", false },
    };

    [Theory]
    [MemberData(nameof(UnreadableAnswers))]
    public async Task An_answer_that_cannot_be_read_is_transient(int status, string type, string body, bool breaksOff)
    {
        var ec2 = ClientsAnswered((HttpStatusCode)status, type, Encoding.UTF8.GetBytes(body), breaksOff ? 10_000 : null).Ec2(Region);

        var failure = await Record.ExceptionAsync(() => ec2.StartInstancesAsync(new StartInstancesRequest([Id])));

        Assert.NotNull(failure);
        Assert.Equal(FailureKind.Transient, AwsFailure.KindOf(failure));
    }

    [Fact]
    public async Task Capacity_missing_comes_with_status_500_and_is_about_the_instance()
    {
        Aws.Ec2.Add(new LocalInstance { Id = Id, StartRefusal = "InsufficientInstanceCapacity" });

        var failure = await Assert.ThrowsAsync<AmazonEC2Exception>(() => Clients.Ec2(Region).StartInstancesAsync(new StartInstancesRequest([Id])));

        Assert.Equal(HttpStatusCode.InternalServerError, failure.StatusCode);
        Assert.Equal(FailureKind.Instance, AwsFailure.KindOf(failure));
    }
}

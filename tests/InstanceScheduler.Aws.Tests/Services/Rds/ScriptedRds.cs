using System.Collections.Concurrent;
using System.Net;
using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Moq;

namespace InstanceScheduler.Aws.Tests.Services.Rds;

/// <summary>Starts and stops of DB instances that answer as scripted; any other call is a failure of the test.</summary>
internal sealed class ScriptedRds
{
    private readonly Mock<IAmazonRDS> _mock = new(MockBehavior.Strict);
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);

    /// <param name="answer">Acts for the id and the number of its call, counted from 1; an exception is the answer.</param>
    public ScriptedRds(Func<string, int, CancellationToken, Task> answer)
    {
        _mock.Setup(client => client.StartDBInstanceAsync(It.IsAny<StartDBInstanceRequest>(), It.IsAny<CancellationToken>()))
            .Returns(async (StartDBInstanceRequest request, CancellationToken token) =>
            {
                await answer(request.DBInstanceIdentifier!, Count(request.DBInstanceIdentifier!), token);
                return new StartDBInstanceResponse();
            });
        _mock.Setup(client => client.StopDBInstanceAsync(It.IsAny<StopDBInstanceRequest>(), It.IsAny<CancellationToken>()))
            .Returns(async (StopDBInstanceRequest request, CancellationToken token) =>
            {
                await answer(request.DBInstanceIdentifier!, Count(request.DBInstanceIdentifier!), token);
                return new StopDBInstanceResponse();
            });
    }

    public IAmazonRDS Client => _mock.Object;

    public ICollection<string> Called => _calls.Keys;

    public static AmazonRDSException Error(string code, int status = 400, string message = "Because.") =>
        new(message, ErrorType.Unknown, code, "request", (HttpStatusCode)status);

    private int Count(string id) => _calls.AddOrUpdate(id, 1, (_, calls) => calls + 1);
}

using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DBSnapshotNotFoundException : AmazonRDSException
{
    public DBSnapshotNotFoundException(string message) : base(message)
    {
    }

    public DBSnapshotNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public DBSnapshotNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

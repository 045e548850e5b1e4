using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DBSnapshotAlreadyExistsException : AmazonRDSException
{
    public DBSnapshotAlreadyExistsException(string message) : base(message)
    {
    }

    public DBSnapshotAlreadyExistsException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public DBSnapshotAlreadyExistsException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

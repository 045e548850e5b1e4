using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class InvalidDBSnapshotStateException : AmazonRDSException
{
    public InvalidDBSnapshotStateException(string message) : base(message)
    {
    }

    public InvalidDBSnapshotStateException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public InvalidDBSnapshotStateException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

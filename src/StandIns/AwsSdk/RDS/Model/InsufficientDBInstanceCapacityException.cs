using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class InsufficientDBInstanceCapacityException : AmazonRDSException
{
    public InsufficientDBInstanceCapacityException(string message) : base(message)
    {
    }

    public InsufficientDBInstanceCapacityException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public InsufficientDBInstanceCapacityException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DBSubnetGroupNotFoundException : AmazonRDSException
{
    public DBSubnetGroupNotFoundException(string message) : base(message)
    {
    }

    public DBSubnetGroupNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public DBSubnetGroupNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

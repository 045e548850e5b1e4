using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class TenantDatabaseNotFoundException : AmazonRDSException
{
    public TenantDatabaseNotFoundException(string message) : base(message)
    {
    }

    public TenantDatabaseNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public TenantDatabaseNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

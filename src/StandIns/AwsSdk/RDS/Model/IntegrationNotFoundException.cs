using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class IntegrationNotFoundException : AmazonRDSException
{
    public IntegrationNotFoundException(string message) : base(message)
    {
    }

    public IntegrationNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public IntegrationNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class BlueGreenDeploymentNotFoundException : AmazonRDSException
{
    public BlueGreenDeploymentNotFoundException(string message) : base(message)
    {
    }

    public BlueGreenDeploymentNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public BlueGreenDeploymentNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class VpcEncryptionControlViolationException : AmazonRDSException
{
    public VpcEncryptionControlViolationException(string message) : base(message)
    {
    }

    public VpcEncryptionControlViolationException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public VpcEncryptionControlViolationException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

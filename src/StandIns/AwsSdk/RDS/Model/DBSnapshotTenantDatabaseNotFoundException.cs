using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

public class DBSnapshotTenantDatabaseNotFoundException : AmazonRDSException
{
    public DBSnapshotTenantDatabaseNotFoundException(string message) : base(message)
    {
    }

    public DBSnapshotTenantDatabaseNotFoundException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    public DBSnapshotTenantDatabaseNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

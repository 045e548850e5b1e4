using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFormation.Internal;

internal static class CloudFormationService
{
    public static ServiceDescription Description { get; } = new("CloudFormation", "cloudformation", "cloudformation", "2010-05-15");

    /// <summary>The operations here declare no codes, so all errors are of the service's own type.</summary>
    public static AmazonServiceException Error(
        string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status) =>
        new AmazonCloudFormationException(message, inner, type, code, requestId, status);
}

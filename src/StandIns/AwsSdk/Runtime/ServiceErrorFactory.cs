using System.Net;

namespace Amazon.Runtime;

/// <summary>Makes the service's exception for one error; an unknown code becomes the service's base exception.</summary>
internal delegate AmazonServiceException ServiceErrorFactory(
    string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>How each service refuses credentials: EC2 and the services of the query protocol have words of their own.</summary>
internal static class CredentialErrors
{
    /// <summary>The key or its session token is unknown where the call went.</summary>
    public static AwsException Unknown(string service) => service switch
    {
        "ec2" => new AwsException("AuthFailure", "AWS was not able to validate the provided access credentials", 401),
        _ when SpeaksQuery(service) =>
            new AwsException("InvalidClientTokenId", "The security token included in the request is invalid.", 403),
        _ => new AwsException("UnrecognizedClientException", "The security token included in the request is invalid."),
    };

    /// <summary>The session has ended.</summary>
    public static AwsException Expired(string service) => service switch
    {
        "ec2" => new AwsException("RequestExpired", "Request has expired."),
        _ when SpeaksQuery(service) => new AwsException("ExpiredToken", "The security token included in the request is expired", 403),
        "lambda" => new AwsException("ExpiredTokenException", "The security token included in the request is expired", 403),
        _ => new AwsException("ExpiredTokenException", "The security token included in the request is expired"),
    };

    private static bool SpeaksQuery(string service) => service is "sns" or "sts" or "rds" or "cloudformation";
}

namespace InstanceScheduler.Simulator.LocalAws.Protocol;

/// <summary>An error that AWS answers with: the service writes it in its own protocol.</summary>
internal sealed class AwsException : Exception
{
    public AwsException()
        : this("InternalError", "An internal error occurred.", 500)
    {
    }

    public AwsException(string message)
        : this("InternalError", message, 500)
    {
    }

    public AwsException(string message, Exception innerException)
        : base(message, innerException)
    {
        Code = "InternalError";
        Status = 500;
    }

    public AwsException(string code, string message, int status = 400)
        : base(message)
    {
        Code = code;
        Status = status;
    }

    public string Code { get; }

    public int Status { get; }

    /// <summary>Further members of a JSON error, without braces and beginning with a comma; empty in most.</summary>
    public string FurtherMembers { get; init; } = "";
}

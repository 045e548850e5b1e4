namespace InstanceScheduler.StandIns.Tests.Lambda;

/// <summary>What the bootstrap sent.</summary>
internal sealed record RuntimeCall(string Method, Uri Address, byte[] Body, string? ContentType, string? ErrorType)
{
    public string Line => $"{Method} {Address.AbsolutePath}";
}

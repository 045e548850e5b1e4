using System.Text;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class InvokeRequest : AmazonWebServiceRequest
{
    public string? FunctionName { get; set; }
    public string? Qualifier { get; set; }
    public InvocationType? InvocationType { get; set; }
    public LogType? LogType { get; set; }
    public MemoryStream? PayloadStream { get; set; }

    /// <summary><see cref="PayloadStream"/> as text.</summary>
    public string? Payload
    {
        get => PayloadStream is null ? null : Encoding.UTF8.GetString(PayloadStream.ToArray());
        set => PayloadStream = value is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(value));
    }

    public string? ClientContextBase64 { get; set; }

    /// <summary><see cref="ClientContextBase64"/> as text.</summary>
    public string? ClientContext
    {
        get => ClientContextBase64 is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(ClientContextBase64));
        set => ClientContextBase64 = value is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(value));
    }
}

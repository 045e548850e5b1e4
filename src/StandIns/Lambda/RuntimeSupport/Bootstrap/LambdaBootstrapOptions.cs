namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

public class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API; the environment names it when this stays empty.</summary>
    public string? RuntimeApiEndpoint { get; set; }
}

namespace InstanceScheduler.Lambda.Tests.Overlap;

/// <summary>A call to AWS that was let through.</summary>
/// <param name="Operation">As AWS names it.</param>
/// <param name="Body">All that it says, so that two plays can be told to be alike.</param>
internal readonly record struct PortCall(string Operation, string Body)
{
    private const string ActionField = "Action=";

    public static async Task<PortCall> OfAsync(HttpRequestMessage request)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
        var operation = request.Headers.NonValidated.TryGetValues("X-Amz-Target", out var target)
            ? target.ToString().Split('.')[^1]
            : body.Split('&').Single(field => field.StartsWith(ActionField, StringComparison.Ordinal))[ActionField.Length..];
        return new PortCall(operation, body);
    }

    public override string ToString() => Operation;
}

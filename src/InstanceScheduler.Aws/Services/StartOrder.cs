namespace InstanceScheduler.Aws.Services;

/// <summary>An instance to start.</summary>
/// <param name="Instance">The instance, stopped.</param>
/// <param name="ResizeTo">Type to set first; it is not started when that fails. Null: as it is.</param>
internal sealed record StartOrder(ManagedInstance Instance, string? ResizeTo = null)
{
    public string Id => Instance.Id;
}

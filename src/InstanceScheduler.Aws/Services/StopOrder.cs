namespace InstanceScheduler.Aws.Services;

/// <summary>An instance to stop.</summary>
/// <param name="Instance">The instance, running.</param>
/// <param name="Hibernate">Whether to hibernate it where it can.</param>
internal sealed record StopOrder(ManagedInstance Instance, bool Hibernate = false)
{
    public string Id => Instance.Id;
}

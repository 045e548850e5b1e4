using InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

namespace InstanceScheduler.Simulator.Play;

/// <summary>The templates of the folder <c>cloudformation</c>, as they are shipped.</summary>
internal static class ShippedTemplates
{
    private static readonly Lazy<Template> HubOnce = new(() => Read("instance-scheduler-cn.template"));
    private static readonly Lazy<Template> RemoteOnce = new(() => Read("instance-scheduler-remote-cn.template"));

    /// <summary>The scheduler's own stack.</summary>
    public static Template Hub => HubOnce.Value;

    /// <summary>The role of a managed account.</summary>
    public static Template Remote => RemoteOnce.Value;

    private static Template Read(string name)
    {
        using var stream = typeof(ShippedTemplates).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The template \"{name}\" is not built in; it belongs into the folder cloudformation.");
        using var reader = new StreamReader(stream);
        return Template.Parse(reader.ReadToEnd());
    }
}

namespace InstanceScheduler.Simulator.LocalAws.CloudFormation.Templates;

/// <summary>A template, or what is given for its parameters, that CloudFormation refuses; the message is its own wording where that is known.</summary>
internal sealed class TemplateException : Exception
{
    public TemplateException()
    {
    }

    public TemplateException(string message)
        : base(message)
    {
    }

    public TemplateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

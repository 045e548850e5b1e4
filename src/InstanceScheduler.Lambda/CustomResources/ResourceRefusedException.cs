namespace InstanceScheduler.Lambda.CustomResources;

/// <summary>What CloudFormation asks for cannot be, and trying again would not help; the message is for the person at the template.</summary>
internal sealed class ResourceRefusedException(string message) : Exception(message);

namespace InstanceScheduler.Core.Administration;

/// <summary>An action that is not carried out.</summary>
/// <param name="message">Why, in the words that its caller gets.</param>
public sealed class ActionRefusedException(string message) : Exception(message);

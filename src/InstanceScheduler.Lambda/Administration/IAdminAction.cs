using System.Text.Json;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>One action that people ask of the scheduler by its command line.</summary>
internal interface IAdminAction
{
    /// <summary>Its name, with hyphens.</summary>
    string Name { get; }

    /// <summary>Carries it out and writes the answer, exactly one JSON object.</summary>
    /// <exception cref="Core.Administration.ActionRefusedException">It is refused; nothing was changed.</exception>
    Task RunAsync(ActionRequest request, Utf8JsonWriter answer);
}

using InstanceScheduler.Templates.Tests.Policies;

namespace InstanceScheduler.Templates.Tests.Proof;

/// <summary>Something that a role has to allow under a choice of parameters.</summary>
/// <param name="Request">What IAM is asked.</param>
/// <param name="Shape">The resource with names instead of ids.</param>
/// <param name="Reason">Null for calls of the scheduler; else why AWS does it in the role's name.</param>
internal sealed record RoleNeed(PolicyRequest Request, string Shape, string? Reason);

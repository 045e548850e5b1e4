using InstanceScheduler.Core.Maintenance;

namespace InstanceScheduler.Aws.Maintenance;

/// <summary>A maintenance window as Systems Manager lists it.</summary>
/// <param name="Id">Its id, <c>mw-</c> and 17 digits; names need not be unique.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsEnabled">Whether it is going to be carried out.</param>
/// <param name="Next">The next execution; from the moment it begins, the one after it. Null: none is planned.</param>
/// <param name="Unreadable">Why the next execution cannot be read; null: it can, or there is none.</param>
internal sealed record SsmWindow(string Id, string Name, bool IsEnabled, DatedWindow? Next, string? Unreadable = null);

using System.Collections.Immutable;

namespace InstanceScheduler.Aws.Services;

/// <summary>Tags to remove from an instance and to set on it, in this order.</summary>
internal sealed record TagChange(ManagedInstance Instance, ImmutableArray<KeyValuePair<string, string>> Set, ImmutableArray<string> Remove);

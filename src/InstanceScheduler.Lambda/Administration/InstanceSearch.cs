using System.Collections.Immutable;
using InstanceScheduler.Aws;

namespace InstanceScheduler.Lambda.Administration;

/// <summary>What came of looking for an instance.</summary>
/// <param name="Found">Each instance of that id; databases of one name may be in several targets.</param>
/// <param name="Searched">The targets that were looked at.</param>
/// <param name="Missed">The targets that could not be looked at.</param>
/// <param name="Meant">Id that was probably meant; null: nobody knows.</param>
/// <param name="Problems">What is wrong, in words.</param>
internal sealed record InstanceSearch(
    ImmutableArray<FoundInstance> Found, ImmutableArray<Target> Searched, ImmutableArray<Target> Missed, string? Meant, ImmutableArray<string> Problems);

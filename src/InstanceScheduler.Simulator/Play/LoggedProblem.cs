using System.Collections.Immutable;
using InstanceScheduler.Simulator.Fleet;
using NodaTime;

namespace InstanceScheduler.Simulator.Play;

/// <summary>A problem that the function reported, with everything it was about.</summary>
internal sealed record LoggedProblem(string Source, string Text, ImmutableHashSet<ResourceKey> Resources, int Count, Instant FirstSeen);

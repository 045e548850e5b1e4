using System.Collections.Immutable;
using NodaTime;

namespace InstanceScheduler.Simulator.Play;

/// <summary>A problem that the function reported, with everything it was about.</summary>
internal sealed record LoggedProblem(string Source, string Text, ImmutableHashSet<string> Ids, int Count, Instant FirstSeen);

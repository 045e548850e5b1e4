using System.Collections.Immutable;

namespace InstanceScheduler.Core.Explaining;

/// <summary>Nowhere is an instance of that id that carries the tag.</summary>
/// <param name="Instance">What somebody asked for.</param>
/// <param name="TagName">Key of the schedule tag.</param>
/// <param name="Searched">Places that were searched, such as <c>ec2 in 123456789012/cn-north-1</c>.</param>
/// <param name="Missed">Places that could not be searched.</param>
/// <param name="Meant">What was probably meant; null: nobody knows.</param>
public sealed record MissingStory(string Instance, string TagName, ImmutableArray<string> Searched, ImmutableArray<string> Missed, string? Meant) : Story(Instance);

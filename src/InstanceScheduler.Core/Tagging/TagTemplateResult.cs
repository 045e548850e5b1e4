using System.Collections.Immutable;

namespace InstanceScheduler.Core.Tagging;

/// <summary>What became of a tag template.</summary>
/// <param name="Tags">Tags in the order in which their keys first appear.</param>
/// <param name="Problems">One line for every piece that was left out: attribute, piece and remedy.</param>
public sealed record TagTemplateResult(ImmutableArray<KeyValuePair<string, string>> Tags, ImmutableArray<string> Problems)
{
    /// <summary>The tags as a template again (<c>k=v,k2=v2</c>), with nothing left to fill in; null when there are none.</summary>
    public string? Text => Tags.IsEmpty ? null : string.Join(',', Tags.Select(tag => $"{tag.Key}={tag.Value}"));
}

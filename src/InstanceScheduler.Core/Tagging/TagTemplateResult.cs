using System.Collections.Immutable;

namespace InstanceScheduler.Core.Tagging;

/// <summary>What became of a tag template.</summary>
/// <param name="Tags">Tags in the order in which their keys first appear.</param>
/// <param name="Problems">One line for every piece that was left out: attribute, piece and remedy.</param>
public sealed record TagTemplateResult(ImmutableArray<KeyValuePair<string, string>> Tags, ImmutableArray<string> Problems)
{
    /// <summary>The tags as a template again (<c>k=v,k2=v2</c>), with nothing left to fill in; null when there are none.</summary>
    public string? Text => Tags.IsEmpty ? null : string.Join(',', Tags.Select(tag => $"{tag.Key}={tag.Value}"));

    /// <summary>Without the tag that names schedules: setting or removing it would take instances from their schedules for good.</summary>
    /// <param name="attribute">Where the template was written (<c>started_tags</c>), for the problem.</param>
    /// <param name="scheduleTag">Key of the schedule tag.</param>
    public TagTemplateResult WithoutScheduleTag(string attribute, string scheduleTag)
    {
        var others = Tags.RemoveAll(tag => tag.Key == scheduleTag);
        return others.Length == Tags.Length
            ? this
            : new TagTemplateResult(others, Problems.Add($"{attribute}: \"{scheduleTag}\" is the tag that names schedules, and is left alone; choose another key"));
    }
}

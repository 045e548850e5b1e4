using System.Text.Json;
using InstanceScheduler.Core.Tagging;
using InstanceScheduler.Vectors.Tests.Harness;
using NodaTime;
using NodaTime.Text;

namespace InstanceScheduler.Vectors.Tests.Cases;

/// <summary>A tag template, filled in; the result is the tags in order, as one text.</summary>
public sealed record TagCase(string Id, string? Template, string Stack, Instant Now, string Theirs) : IVectorCase<string>
{
    public static TagCase Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        json.GetProperty("template").GetString(),
        json.GetProperty("stack").GetString()!,
        InstantPattern.General.Parse(json.GetProperty("now").GetString()!).Value,
        Join(json.GetProperty("expected").EnumerateArray()
            .Select(tag => KeyValuePair.Create(tag.GetProperty("Key").GetString()!, tag.GetProperty("Value").GetString()!))));

    public string Ours() => Join(TagTemplate.Render("started_tags", Template, Stack, Now).Tags);

    /// <summary>Tags as one text; keys hold no equals sign.</summary>
    public static string Join(IEnumerable<KeyValuePair<string, string>> tags) => string.Concat(tags.Select(tag => $"<{tag.Key}={tag.Value}>"));
}

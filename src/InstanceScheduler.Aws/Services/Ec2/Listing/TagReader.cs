using InstanceScheduler.Core.Overrides;

namespace InstanceScheduler.Aws.Services.Ec2.Listing;

/// <summary>Reads the tags of instances.</summary>
internal sealed class TagReader(string tagName, TextPool texts)
{
    private const string AutoScalingTag = "aws:autoscaling:groupName";

    private readonly string _overrideKey = OverrideTag.KeyFor(tagName);

    /// <param name="xml">At the element with the tags.</param>
    public InstanceTags Read(XmlCursor xml)
    {
        var tags = new InstanceTags();
        var (set, item) = (xml.Depth, xml.Depth + 1);
        while (xml.MoveToChild(set))
        {
            string? key = null, value = null;
            while (xml.MoveToChild(item))
            {
                if (xml.Name.SequenceEqual("key"u8))
                    key = texts.Of(xml.ReadText());
                // Of a tag that nobody asks for the value is passed over.
                else if (xml.Name.SequenceEqual("value"u8) && (key is null || IsWanted(key)))
                    value = key is ManagedInstance.NameKey ? xml.ReadText().ToString() : texts.Of(xml.ReadText());
            }

            if (key is not null)
                Take(ref tags, key, value ?? "");
        }

        return tags;
    }

    private bool IsWanted(string key) => key == tagName || key == _overrideKey || key is AutoScalingTag or ManagedInstance.NameKey or ManagedInstance.PreferredTypesKey
        or InformationalTags.LastActionKey or InformationalTags.ErrorKey or InformationalTags.ErrorMessageKey;

    private void Take(ref InstanceTags tags, string key, string value)
    {
        if (key == tagName)
            tags.Schedule = value;
        else if (key == _overrideKey)
            tags.Override = value;
        switch (key)
        {
            case AutoScalingTag: tags.IsInAutoScalingGroup = true; break;
            case ManagedInstance.NameKey: tags.Name = value; break;
            case ManagedInstance.PreferredTypesKey: tags.PreferredTypes = value; break;
            case InformationalTags.LastActionKey: tags.LastAction = value; break;
            case InformationalTags.ErrorKey: tags.Error = value; break;
            case InformationalTags.ErrorMessageKey: tags.ErrorMessage = value; break;
        }
    }
}

namespace InstanceScheduler.Core.Explaining;

/// <summary>Tells a story in one sentence.</summary>
public static class Sentence
{
    /// <summary>Why an instance is as it is, and what happens next.</summary>
    /// <param name="story">What is known of it.</param>
    /// <param name="language">The language.</param>
    public static string Of(Story story, Language language)
    {
        Phrasebook phrases = language == Language.Chinese ? new ChinesePhrasebook() : new EnglishPhrasebook();
        return story switch
        {
            MissingStory missing => phrases.Missing(missing),
            LeftAloneStory left => phrases.LeftAlone(left),
            ManagedStory managed => phrases.Managed(managed),
            _ => throw new ArgumentOutOfRangeException(nameof(story), story, "no such story"),
        };
    }
}

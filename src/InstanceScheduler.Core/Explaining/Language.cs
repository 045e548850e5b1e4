namespace InstanceScheduler.Core.Explaining;

/// <summary>Languages in which an instance is explained.</summary>
public enum Language
{
    /// <summary>English, <c>en</c>.</summary>
    English,

    /// <summary>Simplified Chinese, <c>zh</c>.</summary>
    Chinese,
}

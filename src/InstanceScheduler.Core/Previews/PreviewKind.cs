namespace InstanceScheduler.Core.Previews;

/// <summary>What an entry of a preview tells.</summary>
public enum PreviewKind
{
    /// <summary>What is wanted at the begin of the preview, whenever that began.</summary>
    Holds,

    /// <summary>Something else is wanted from now on, or for another reason.</summary>
    Changes,

    /// <summary>Nothing else is wanted, but the end of a period that only stops comes: what people started is stopped.</summary>
    StopsAgain,
}

namespace InstanceScheduler.Simulator.LocalAws.DynamoDb;

/// <summary>The types of attribute values, by their wire names.</summary>
internal enum DynamoKind
{
    /// <summary>Text.</summary>
    S,

    /// <summary>Number.</summary>
    N,

    /// <summary>Bytes.</summary>
    B,

    /// <summary>Truth value.</summary>
    BOOL,

    /// <summary>Null.</summary>
    NULL,

    /// <summary>Set of texts.</summary>
    SS,

    /// <summary>Set of numbers.</summary>
    NS,

    /// <summary>Set of bytes.</summary>
    BS,

    /// <summary>List.</summary>
    L,

    /// <summary>Map.</summary>
    M,
}

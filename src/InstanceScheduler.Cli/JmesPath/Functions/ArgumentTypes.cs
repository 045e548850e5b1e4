namespace InstanceScheduler.Cli.JmesPath.Functions;

/// <summary>What an argument may be.</summary>
[Flags]
internal enum ArgumentTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Number = 4,
    Text = 8,
    List = 16,
    Object = 32,
    Any = Null | Boolean | Number | Text | List | Object,

    /// <summary>A list of nothing but numbers.</summary>
    Numbers = 64,

    /// <summary>A list of nothing but texts.</summary>
    Texts = 128,

    /// <summary>An expression behind <c>&amp;</c>.</summary>
    Reference = 256,
}

namespace InstanceScheduler.Cli.JmesPath;

/// <summary>An expression that cannot be parsed, or that does not fit the document it is asked of.</summary>
internal sealed class JmesPathException : Exception
{
    public JmesPathException()
    {
    }

    public JmesPathException(string message)
        : base(message)
    {
    }

    public JmesPathException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public JmesPathException(JmesPathFault fault, string message)
        : base(message) => Fault = fault;

    public JmesPathFault Fault { get; }

    /// <summary>A syntax error at a place in the expression.</summary>
    /// <param name="what">What is wrong there.</param>
    /// <param name="at">Zero-based; the message counts from one.</param>
    public static JmesPathException Syntax(string what, int at) => new(JmesPathFault.Syntax, $"{what}, at character {at + 1}");
}

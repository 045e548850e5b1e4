namespace InstanceScheduler.Cli.JmesPath;

/// <summary>The kinds of errors that the specification of JMESPath names.</summary>
internal enum JmesPathFault
{
    /// <summary><c>syntax</c>: the expression cannot be parsed.</summary>
    Syntax,

    /// <summary><c>unknown-function</c>: there is no function of this name.</summary>
    UnknownFunction,

    /// <summary><c>invalid-arity</c>: too few or too many arguments.</summary>
    InvalidArity,

    /// <summary><c>invalid-type</c>: an argument of a type that the function does not take.</summary>
    InvalidType,

    /// <summary><c>invalid-value</c>: an argument of the right type and a wrong value, such as a step of 0.</summary>
    InvalidValue,
}

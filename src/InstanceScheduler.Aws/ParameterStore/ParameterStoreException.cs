namespace InstanceScheduler.Aws.ParameterStore;

/// <summary>Parameter Store could not do what was asked.</summary>
/// <param name="parameter">Full name of the parameter or path.</param>
/// <param name="inner">Why.</param>
internal sealed class ParameterStoreException(string parameter, Exception inner)
    : Exception($"parameter \"{parameter}\": {inner.Message}", inner)
{
    private ParameterStoreException(string parameter, string cause)
        : this(parameter, new InvalidOperationException(cause))
    {
    }

    /// <summary>The same failure without the value that was to be written, which AWS repeats in some of its messages.</summary>
    public static ParameterStoreException Without(string value, ParameterStoreException failure) =>
        failure.ToString().Contains(value, StringComparison.Ordinal)
            ? new ParameterStoreException(failure.Parameter, failure.InnerException!.Message.Replace(value, "***", StringComparison.Ordinal))
            : failure;

    public string Parameter { get; } = parameter;
}

namespace InstanceScheduler.Aws.ParameterStore;

/// <summary>Parameter Store could not do what was asked.</summary>
/// <param name="parameter">Full name of the parameter or path.</param>
/// <param name="inner">Why.</param>
internal sealed class ParameterStoreException(string parameter, Exception inner)
    : Exception($"parameter \"{parameter}\": {inner.Message}", inner)
{
    public string Parameter { get; } = parameter;
}

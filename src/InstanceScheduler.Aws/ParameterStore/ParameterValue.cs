namespace InstanceScheduler.Aws.ParameterStore;

/// <summary>Value of a parameter; a secure one never shows itself in a log.</summary>
internal readonly record struct ParameterValue(string Text, bool IsSecure)
{
    public override string ToString() => IsSecure ? "***" : Text;
}

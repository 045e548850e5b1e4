using InstanceScheduler.Aws.Retry;

namespace InstanceScheduler.Aws.Problems;

/// <summary>Error codes of RDS, some of which end in <c>Fault</c> and some do not.</summary>
internal static class RdsError
{
    private const string Suffix = "Fault";

    /// <summary>The code without that ending.</summary>
    public static string CodeOf(Exception failure)
    {
        var code = AwsFailure.CodeOf(failure);
        return code.EndsWith(Suffix, StringComparison.Ordinal) ? code[..^Suffix.Length] : code;
    }
}

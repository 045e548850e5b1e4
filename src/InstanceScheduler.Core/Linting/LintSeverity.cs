namespace InstanceScheduler.Core.Linting;

/// <summary>How bad a finding is.</summary>
public enum LintSeverity
{
    /// <summary>It works, and most likely not as it was meant.</summary>
    Warning,

    /// <summary>It does not work: runs report the same.</summary>
    Error,
}
